import type { z } from "zod";
import { ProblemError } from "../problem.ts";
import { readAnswer } from "./read-answer.ts";
import { redacted } from "./redact.ts";
import { createTransport, type TransportOptions } from "./transport.ts";
import type { Log } from "./upstream.ts";

/** A host of Twilio's that is only read. */
export type Host = {
  /** Throws a ProblemError for whatever goes wrong, or the signal's reason when the caller gave up. */
  get<Value>(name: string, path: string, schema: z.ZodType<Value>, signal: AbortSignal): Promise<Value>;
  close(): Promise<void>;
};

/** Opens the way to a host. A failure is logged under the call's name, without ids, tokens or messages. */
export function createHost(options: TransportOptions, log: Log): Host {
  const transport = createTransport(options);
  return {
    async get(name, path, schema, signal) {
      try {
        return readAnswer(await transport.send({ method: "GET", path }, signal), schema).value;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        const { httpStatusCode, code, source } = error.problem;
        const reason = error.reason ? ` ${error.reason}` : "";
        log(`upstream GET ${name} failed: status ${httpStatusCode}, code ${code} (${source})${reason}`);
        throw redacted(error, options);
      }
    },
    close: () => transport.close(),
  };
}
