import { z } from "zod";
import { fieldVariable } from "../../contract/account.ts";
import { roleNames } from "../../contract/roles.ts";
import * as read from "./values.ts";
import { type Facts, factsOf, optional, preset } from "./variable.ts";

/** The catalogues of the embedded account; start.ts hands the name to it, so the compiler keeps the two lists equal. */
const catalogues = ["reference", "classic", "summary"] as const;

/** One of Twilio's three APIs. */
function api(name: string, about: string) {
  const usual = `https://${name}.twilio.com`;
  return preset({ about, usual }, read.address(usual));
}

/**
 * Every variable but those of the roles: what is told of it, what holds where it is unset, and how it is read. A fault is
 * told in words that go on behind the variable's name.
 */
export const variables = z.object({
  TWILIO_ACCOUNT_SID: optional(
    { about: "the account; without credentials Earshot shows the sample account" },
    read.text,
  ),
  TWILIO_API_KEY: optional({ about: "the API key’s SID (preferred)" }, read.text),
  TWILIO_API_SECRET: optional({ about: "the API key’s secret" }, read.text),
  TWILIO_AUTH_TOKEN: optional({ about: "instead of a key, for local tests" }, read.text),
  TWILIO_INSIGHTS_URL: api("insights", "where the Insights API is"),
  TWILIO_CONVERSATIONS_URL: api("conversations", "where transcripts are read"),
  TWILIO_INTELLIGENCE_URL: api("intelligence", "where operator results are read"),
  UPSTREAM_TIMEOUT_SECONDS: preset(
    { about: "how long one call to Twilio may take", usual: "30" },
    read.wholeNumber(1, 3600),
  ),
  HTTPS_PROXY: optional(
    { about: "a proxy through which Twilio is reached", example: "http://proxy.example.com:3128" },
    read.text,
  ),
  NO_PROXY: optional({ about: "hosts that are asked without the proxy", example: ".internal.example.com" }, read.text),
  HOST: preset({ about: "where Earshot listens", usual: "127.0.0.1" }, read.host),
  ALLOW_UNAUTHENTICATED: optional(
    {
      about: "`1` allows a `HOST` beyond this machine, when something in front signs people in",
      example: "1",
    },
    read.yes,
  ),
  PORT: preset({ about: "the port it listens on", usual: "4400" }, read.wholeNumber(0, 65_535)),
  ALLOWED_HOSTS: optional(
    { about: "further Host headers to answer, behind a reverse proxy", example: "dash.example.com" },
    read.hostHeaders,
  ),
  SAMPLE_CONVERSATIONS: preset(
    { about: "how many conversations the sample account has", usual: "100000" },
    read.wholeNumber(0, 10_000_000),
  ),
  SAMPLE_CATALOGUE: preset(
    { about: "its vocabulary: `reference`, `classic` or `summary`", usual: "reference" },
    read.oneOf(...catalogues),
  ),
  SAMPLE_RATE_LIMIT: optional(
    { about: "a limit such as `5/45s`, beyond which it answers 429", example: "5/45s" },
    read.rateLimit,
  ),
  SAMPLE_FAULTS: optional({ about: "`1` lets it fail on purpose", example: "1" }, read.yes),
  SAMPLE_LIVE: optional({ about: "`1` lets a few conversations arrive each minute", example: "1" }, read.yes),
  SAMPLE_DIALECT: optional(
    {
      about: "lets it differ as accounts may: names of dialects, with commas",
      example: "cube-0,content-gzip",
    },
    read.dialects,
  ),
  DATA_DIR: preset(
    { about: "where exports are kept, and what was found out about the account", usual: "./data" },
    read.text,
  ),
  EXPORT_RETENTION: preset({ about: "days that a finished export is kept", usual: "7" }, read.wholeNumber(1, 3650)),
  EXPORT_QUOTA: preset({ about: "what all exports and their files may take on the disk", usual: "10GB" }, read.bytes),
  EXPORT_LIMIT: preset({ about: "how many exports are kept", usual: "10000" }, read.wholeNumber(1, 100_000)),
  EXPORTS_RUNNING: preset({ about: "how many run at once", usual: "20" }, read.wholeNumber(1, 1000)),
  EXPORT_FOLLOWERS: preset({ about: "how many windows follow them", usual: "500" }, read.wholeNumber(1, 10_000)),
});

const ofRoles: Facts = { about: "the field that plays a role" };

/** Every variable that is read, by its name. */
export const knownVariables: ReadonlyMap<string, Facts> = new Map([
  ...Object.entries(variables.shape).flatMap(([name, schema]): [string, Facts][] => {
    const facts = factsOf.get(schema);
    return facts ? [[name, facts]] : [];
  }),
  ...roleNames.map((role): [string, Facts] => [fieldVariable(role), ofRoles]),
]);
