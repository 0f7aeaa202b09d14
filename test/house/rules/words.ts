import type { Source, Word } from "../support/source.ts";

const product = /^(client|server|contract)\//;
const proxyOrClient = /^(client\/|server\/(?!stand-in\/))/;

/** process.env is read in server/config/environment.ts only, so that one file and `.env.example` tell all there is to set. */
export function environmentRule({ path, chains, words, imports }: Source): string[] {
  if (!product.test(path) || path === "server/config/environment.ts") return [];
  const why = "but only server/config/environment.ts reads the environment";
  const unpacked = words.some((word) => word.text === "process") && words.some((word) => word.text === "env");
  const fromModule = imports.some(({ specifier }) => /^(node:)?process$/.test(specifier));
  const said = chains.filter(({ text }) => /^(globalThis\.)?process\.env(\.|$)/.test(text));
  return [
    ...said.map(({ line, text }) => `${path}:${line} reads ${text}, ${why}.`),
    ...(said.length === 0 && unpacked && fromModule ? [`${path} takes env out of process, ${why}.`] : []),
  ];
}

/** The address bar has one reader and writer; a second one would be a second owner of the View. */
export function addressBarRule({ path, chains, imports, words }: Source): string[] {
  if (!path.startsWith("client/") || path === "client/view/use-view.ts") return [];
  const why = "but only client/view/use-view.ts reads and writes the address bar";
  const pattern =
    /^((window|globalThis|self|document|top|parent)\.)+(location|history|URL|documentURI)\b|^(location|history)\./;
  const named = words.filter(({ kind, text }) => kind === "string" && /^(popstate|hashchange)$/.test(text));
  return [
    ...chains.filter(({ text }) => pattern.test(text)).map(({ line, text }) => `${path}:${line} uses ${text}, ${why}.`),
    ...named.map(({ line, text }) => `${path}:${line} listens for ${text}, ${why}.`),
    ...imports
      .filter((i) => /^(nuqs|react-router|wouter)/.test(i.specifier))
      .map((i) => `${path} imports ${i.specifier}, ${why}.`),
  ];
}

/** The names of Twilio's credentials appear where they are read, handed over and used, and nowhere else. */
export function credentialRule({ path, words }: Source): string[] {
  const allowed = /^server\/(twilio|stand-in)\/|^server\/(config\/\w+|start|main)\.ts$/;
  if (!product.test(path) || allowed.test(path)) return [];
  const secret = /^(apiSecret|apiKeySecret|authToken|TWILIO_API_SECRET|TWILIO_AUTH_TOKEN|TWILIO_API_KEY)$/;
  return words
    .filter(({ text }) => secret.test(text))
    .map(({ line, text }) => `${path}:${line} says ${text}, but credentials are seen in server/twilio/ only.`);
}

/** An address that a body or a header names is never asked: the proxy builds each path itself, from an id. */
export function namedAddressRule({ path, words }: Source): string[] {
  if (!/^server\/(?!stand-in\/)/.test(path)) return [];
  const address = /^(statusUrl|resultUrl|status_url|result_url|nextPageUrl|next_page_url)$/;
  const isHeader = ({ kind, text }: Word): boolean => kind === "string" && text.toLowerCase() === "location";
  const redirects = /^(maxRedirections|redirect|redirects)$/;
  return words
    .filter(
      (word) =>
        address.test(word.text) || isHeader(word) || (path.startsWith("server/twilio/") && redirects.test(word.text)),
    )
    .map(
      ({ line, text }) =>
        `${path}:${line} says ${text}, but the proxy never follows an address that an answer or a request names.`,
    );
}

/** Names like `Conversation.CreatedDate` that the stand-in's catalogues give to their fields. */
export function catalogueNames(sources: readonly Source[]): Set<string> {
  const words = sources.filter(({ path }) => path.startsWith("server/stand-in/")).flatMap((source) => source.words);
  const qualified = /^[A-Z][A-Za-z]+(\.[A-Z][A-Za-z]+)+(\.(hour|day|week|month))?$/;
  return new Set(words.filter(({ kind, text }) => kind === "string" && qualified.test(text)).map(({ text }) => text));
}

const accountNames =
  /\b(ConversationSummary|OperatorResults?|DateCreated|DateUpdated|CreatedDate|ConversationId|ConversationStatus|ParticipantType)\b|\b(Conversation|Communication|Participant|Operator|Agent|Message)\.[A-Z]/;

/** Names of fields come from the account's Metadata, through contract/fields.ts; the beta changes them. */
export function fieldNameRule({ path, words }: Source, catalogue: ReadonlySet<string>): string[] {
  if (!proxyOrClient.test(path)) return [];
  // A resource of Twilio's in a path is no field.
  const isPath = (text: string) => path.startsWith("server/twilio/") && /^\/v\d\//.test(text);
  return words
    .filter(({ text }) => (accountNames.test(text) || catalogue.has(text)) && !isPath(text))
    .map(
      ({ line, text }) =>
        `${path}:${line} names a field of an account (${text.trim()}), but names come from Metadata only.`,
    );
}
