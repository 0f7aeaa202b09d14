import express, { type Express } from "express";
import type { Account } from "./account.ts";
import { translateAnswers, translateRequests } from "./dialect/translate.ts";
import type { Hooks } from "./dialect/types.ts";
import { type Credentials, requireCredentials } from "./http/auth.ts";
import { conversationRoutes } from "./http/conversation-routes.ts";
import { jsonOnly, notFound, writeError } from "./http/fallbacks.ts";
import { intelligenceRoutes } from "./http/intelligence-routes.ts";
import { jobRoutes } from "./http/job-routes.ts";
import { metadataRoutes } from "./http/metadata-routes.ts";
import { queryRoutes } from "./http/query-routes.ts";
import { Jobs } from "./jobs/jobs.ts";
import type { StandInOptions } from "./options.ts";
import type { Tokens } from "./paging/token.ts";
import { limitRate } from "./trouble/rate-limit.ts";
import { provokeFaults } from "./trouble/trouble.ts";

/** Twilio's HTTP surface over an account: three APIs that have hosts of their own at Twilio share one here. */
export function createStandInApp(
  account: Account,
  credentials: Credentials,
  tokens: Tokens,
  options: StandInOptions & { clock: () => number },
  hooks: readonly Hooks[],
): Express {
  const jobs = new Jobs(options.clock, options.jobTimes);
  const faults = options.faults ? provokeFaults(jobs, account, options.rateLimit) : undefined;
  const app = express();
  app.disable("x-powered-by").disable("etag");
  if (faults) app.use(faults.control);
  app.use(requireCredentials(credentials));
  if (options.rateLimit) app.use(limitRate(options.rateLimit, options.clock));
  app.use(jsonOnly);
  app.use(express.json({ limit: "1mb", type: () => true, strict: false }));
  if (hooks.length > 0) app.use(translateAnswers(hooks));
  if (faults) app.use(faults.spoil);
  if (hooks.length > 0) app.use(translateRequests(hooks, { account, clock: options.clock }));
  app.use(queryRoutes(account, tokens));
  app.use(jobRoutes(account, jobs, tokens));
  app.use(metadataRoutes(account.catalogue));
  app.use(conversationRoutes(account, credentials.accountSid, tokens));
  app.use(intelligenceRoutes(account, credentials.accountSid, tokens));
  app.use(notFound);
  app.use(writeError);
  return app;
}
