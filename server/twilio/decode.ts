import { isUtf8 } from "node:buffer";
import type { IncomingHttpHeaders } from "node:http";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";

type Decoder = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const unzip: Decoder = promisify(gunzip);
const unbrotli: Decoder = promisify(brotliDecompress);
const withHeader: Decoder = promisify(inflate);
const withoutHeader: Decoder = promisify(inflateRaw);

/** `deflate` is zlib's format by the standard, and the bare one by habit: only the former begins with this header. */
const undeflate: Decoder = (bytes, options) => {
  const isZlib = bytes.length > 1 && ((bytes[0] ?? 0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
  return (isZlib ? withHeader : withoutHeader)(bytes, options);
};

const decoders: ReadonlyMap<string, Decoder> = new Map([
  ["gzip", unzip],
  ["x-gzip", unzip],
  ["br", unbrotli],
  ["deflate", undeflate],
]);

/** More codings on top of each other than any server puts there. */
const mostCodings = 3;

/** The codings of a body, the outermost first. A body that begins as gzip does is gzip, whatever the header says. */
function codingsOf(bytes: Buffer, header: string | undefined): string[] {
  const named = (header ?? "").toLowerCase().split(",");
  const known = named.map((name) => name.trim()).filter((name) => decoders.has(name));
  if (known.length === 0 && bytes[0] === 0x1f && bytes[1] === 0x8b) return ["gzip"];
  return known.reverse().slice(0, mostCodings);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** One coding taken off. What was never encoded stays as it is: something in between may have decoded it already. */
async function withoutCoding(bytes: Buffer, coding: string, maxBytes: number): Promise<Buffer> {
  try {
    return (await decoders.get(coding)?.(bytes, { maxOutputLength: maxBytes })) ?? bytes;
  } catch (error) {
    const code = codeOf(error);
    if (code === "ERR_BUFFER_TOO_LARGE") throw error;
    const beginsAsJson = /^\s*[[{]/.test(bytes.toString("latin1", 0, 64));
    if (code === "Z_BUF_ERROR" && !beginsAsJson) throw error;
    return bytes;
  }
}

/** JSON has no byte order mark and is UTF-8; older services write both differently, and say so. */
function asUtf8(bytes: Buffer, contentType: string | undefined): Buffer {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return Buffer.from(new TextDecoder("utf-16le").decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(new TextDecoder("utf-16be").decode(bytes));
  const charset = /;\s*charset="?([\w.:-]+)/i.exec(contentType ?? "")?.[1];
  if (charset === undefined || isUtf8(bytes)) return bytes;
  try {
    return Buffer.from(new TextDecoder(charset).decode(bytes));
  } catch {
    return bytes;
  }
}

/**
 * The body of an answer as UTF-8 without a byte order mark, its content codings (gzip, br, deflate) taken off.
 *
 * @param maxBytes that no coding may unfold to more than, so that a small body cannot fill the memory.
 * @throws an error of zlib's: `ERR_BUFFER_TOO_LARGE` beyond `maxBytes`, `Z_BUF_ERROR` where the body ends too early.
 */
export async function decodedBody(bytes: Buffer, headers: IncomingHttpHeaders, maxBytes: number): Promise<Buffer> {
  let plain = bytes;
  for (const coding of codingsOf(bytes, headers["content-encoding"])) {
    plain = await withoutCoding(plain, coding, maxBytes);
  }
  return asUtf8(plain, headers["content-type"]);
}
