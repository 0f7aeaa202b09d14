import { problemSchema } from "../../contract/problem.ts";
import { ProblemError } from "../messages/problem.ts";

/**
 * The same problem without the secrets, for the case that something in between quotes the request it refused. The user
 * name goes too: beside the key's secret it is half of the credentials.
 */
export function redacted(error: ProblemError, secrets: { username: string; password: string }): ProblemError {
  const { username, password } = secrets;
  const words = [Buffer.from(`${username}:${password}`).toString("base64"), password, username];
  const before = JSON.stringify(error.problem);
  const after = words.reduce((text, word) => text.replaceAll(JSON.stringify(word).slice(1, -1), "…"), before);
  return after === before ? error : new ProblemError(problemSchema.parse(JSON.parse(after)), error.reason);
}
