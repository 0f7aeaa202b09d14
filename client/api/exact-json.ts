/** Whether a text may hold a number of more digits than a double has; a string that looks like one costs time only. */
const long = /[:[,]\s*-?\d[\d.]{15}/;

/** Powers of ten that are written out as digits. */
const mostZeros = 100;

/** `1.25e3` as `1250`: what is read by people and compared with a double's text has no exponent. */
function writtenOut(digits: string): string {
  const [, sign = "", whole = "", fraction = "", power] = /^(-?)(\d+)(?:\.(\d+))?e([+-]?\d+)$/i.exec(digits) ?? [];
  const shift = Number(power ?? Number.NaN);
  if (!(Math.abs(shift) <= mostZeros)) return digits;
  const all = `${"0".repeat(Math.max(0, -shift))}${whole}${fraction}${"0".repeat(Math.max(0, shift))}`;
  const point = whole.length + Math.max(0, -shift) + shift;
  const front = all.slice(0, point).replace(/^0+(?=\d)/, "");
  const behind = all.slice(point).replace(/0+$/, "");
  return `${sign}${front || "0"}${behind && `.${behind}`}`;
}

function exact(text: string): number | string {
  const number = Number(text);
  const digits = writtenOut(text);
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
