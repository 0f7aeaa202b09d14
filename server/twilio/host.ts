import type { z } from "zod";
import type { Log } from "./guarded.ts";
import { guardedCalls } from "./guarded.ts";
import { readAnswer } from "./read-answer.ts";
import { createTransport, type TransportOptions } from "./transport.ts";

/** A host of Twilio's that is only read. */
export type Host = {
  /** Throws a ProblemError for whatever goes wrong, or the signal's reason when the caller gave up. */
  get<Value>(name: string, path: string, schema: z.core.$ZodType<Value>, signal: AbortSignal): Promise<Value>;
  close(): Promise<void>;
};

/** Opens the way to a host. */
export function createHost(options: TransportOptions, log: Log): Host {
  const transport = createTransport(options);
  const guarded = guardedCalls(options, log);
  return {
    get(name, path, schema, signal) {
      const what = { method: "GET", path } as const;
      return guarded(name, what, async () => readAnswer(await transport.send(what, signal), schema).value);
    },
    close: () => transport.close(),
  };
}
