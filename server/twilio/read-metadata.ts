import { type Metadata, metadataSchema } from "../../contract/metadata.ts";
import { type Answer, readAnswer } from "./read-answer.ts";
import { errorInside } from "./read-error.ts";
import type { RawAnswer } from "./transport.ts";

/**
 * What an account can be asked for. Since nothing in the answer is required, an error that came with a status of 200
 * would pass for an account without a single field.
 *
 * @throws ProblemError for such an error, for every status but those of 200, and for what is no JSON object.
 */
export function readMetadata(answer: RawAnswer): Answer<Metadata> {
  const read = readAnswer(answer, metadataSchema);
  const error =
    read.value.cubes.length === 0 ? errorInside(answer, JSON.parse(answer.bytes.toString("utf8"))) : undefined;
  if (error) throw error;
  return read;
}
