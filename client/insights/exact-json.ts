/** Whether a text may hold a number of more digits than a double has; a string that looks like one costs time only. */
const long = /[:[,]\s*-?\d[\d.]{15}/;

function exact(digits: string): number | string {
  const number = Number(digits);
  return digits.replace(/\D/g, "").length > 15 && String(number) !== digits ? digits : number;
}

/**
 * JSON as JSON.parse reads it, but a number that a double cannot hold comes as its digits: 9007199254740993 would
 * become 9007199254740992.
 *
 * @throws SyntaxError when the text is no JSON
 */
export async function parseJson(text: string): Promise<unknown> {
  if (!long.test(text)) return JSON.parse(text);
  const { parse } = await import("lossless-json");
  return parse(text, null, { parseNumber: exact, onDuplicateKey: ({ newValue }) => newValue });
}
