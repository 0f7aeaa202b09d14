import { type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import { metadataSchema } from "../../../contract/metadata.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { type Asked, askedOf } from "../http/asked.ts";
import { readQueryBody } from "../http/body.ts";
import type { Hooks, JobBody, PageBody, Surroundings } from "./types.ts";

const pageSchema = z.looseObject({
  items: z.array(z.unknown()),
  meta: z.looseObject({ nextToken: z.string().nullish() }),
});
const errorSchema = z.object({
  code: z.number(),
  message: z.string(),
  httpStatusCode: z.number(),
  userError: z.boolean(),
  params: z.record(z.string(), z.string()),
});
const jobSchema = z.looseObject({ operationId: z.string(), status: z.string() });

function changePage(hooks: readonly Hooks[], body: unknown): unknown {
  const page = pageSchema.safeParse(body);
  return page.success
    ? hooks.reduce<PageBody>((before, { page: change }) => change?.(before) ?? before, page.data)
    : body;
}

function changeMetadata(hooks: readonly Hooks[], body: unknown): unknown {
  const metadata = metadataSchema.safeParse(body);
  if (!metadata.success) return body;
  return hooks.reduce((before, { metadata: change }) => change?.(before) ?? before, metadata.data);
}

function changeJob(hooks: readonly Hooks[], body: unknown): unknown {
  const job = jobSchema.safeParse(body);
  return job.success ? hooks.reduce<JobBody>((before, { job: change }) => change?.(before) ?? before, job.data) : body;
}

function changeDocumented(hooks: readonly Hooks[], asked: Asked, body: unknown): unknown {
  if (asked === "query" || asked === "nextPage" || asked === "results") return changePage(hooks, body);
  return asked === "metadata" ? changeMetadata(hooks, body) : changeJob(hooks, body);
}

/** The body of an answer as the hooks change it; those of errors stay, but for hooks that are about errors. */
function changeAnswer(hooks: readonly Hooks[], asked: Asked | undefined, body: unknown, res: Response): unknown {
  if (asked === undefined) return body;
  if (res.statusCode >= 300) {
    const error = errorSchema.safeParse(body);
    const change = hooks.find((one) => one.error)?.error;
    return error.success && change ? change(error.data, res) : body;
  }
  const changed = changeDocumented(hooks, asked, body);
  return hooks.reduce((before, { answer: change }) => (change ? change(before, asked, res) : before), changed);
}

/** Sends the bytes of an answer as the hooks change them. */
function sendBytes(senders: readonly NonNullable<Hooks["send"]>[], res: Response, body: unknown): Response {
  if (res.get("Content-Type") === undefined) res.set("Content-Type", "application/json; charset=utf-8");
  const bytes = senders.reduce<Buffer>((before, send) => send(before, res), Buffer.from(JSON.stringify(body)));
  res.setHeader("Content-Length", bytes.length);
  return res.end(bytes);
}

/** Changes what the routes answer. It stands before whatever else looks at answers, so that it is the last to change them. */
export function translateAnswers(hooks: readonly Hooks[]): RequestHandler {
  const senders = hooks.flatMap(({ send }) => send ?? []);
  return (req, res, next) => {
    const json = res.json.bind(res);
    const asked = askedOf(req);
    res.json = (body: unknown) => {
      const changed = changeAnswer(hooks, asked, body, res);
      return senders.length === 0 ? json(changed) : sendBytes(senders, res, changed);
    };
    next();
  };
}

function translateQueries(hooks: readonly Hooks[], catalogue: Catalogue): RequestHandler {
  return (req, _res, next) => {
    const asked = askedOf(req);
    if (asked !== "query" && asked !== "submission") return next();
    const request = readQueryBody(req.body);
    for (const { refuse } of hooks) refuse?.(request, catalogue);
    req.body = hooks.reduce((before, { rewrite }) => rewrite?.(before, catalogue) ?? before, request);
    next();
  };
}

/** Changes, or refuses, what is asked. It stands right before the routes. */
export function translateRequests(hooks: readonly Hooks[], surroundings: Surroundings): Router {
  const router = Router();
  router.use(translateQueries(hooks, surroundings.account.catalogue));
  for (const { handler } of hooks) if (handler) router.use(handler(surroundings));
  return router;
}
