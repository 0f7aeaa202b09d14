import { ProblemError } from "../messages/problem.ts";
import { redacted } from "./redact.ts";
import type { Call, TransportOptions } from "./transport.ts";

/** Takes one line about a call that failed. The line never holds a secret, a token, a value or a message. */
export type Log = (line: string) => void;

/** Makes a checked call: logs a failure under the name and takes secrets out of what is thrown. */
export type Guarded = <Value>(name: string, what: Call, read: () => Promise<Value>) => Promise<Value>;

/** Guards the calls to one host. The line that is logged holds no id, no token, no value and no message. */
export function guardedCalls(options: Pick<TransportOptions, "username" | "password">, log: Log): Guarded {
  return async (name, what, read) => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { httpStatusCode, code, source } = error.problem;
      const reason = error.reason ? ` ${error.reason}` : "";
      log(`upstream ${what.method} ${name} failed: status ${httpStatusCode}, code ${code} (${source})${reason}`);
      throw redacted(error, options);
    }
  };
}
