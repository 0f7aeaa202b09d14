import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import type { Dialect, Hooks } from "./types.ts";

/** An answer is packed whatever the caller said it takes. */
function packed(name: string, pack: (bytes: Buffer) => Buffer): Hooks {
  return {
    send: (bytes, res) => {
      const before = res.getHeader("Content-Encoding");
      res.set("Content-Encoding", before === undefined ? name : `${before}, ${name}`);
      return pack(bytes);
    },
  };
}

/** How an answer's bytes are sent, those of all three APIs. */
export const content: readonly Dialect[] = [
  {
    name: "content-text-json",
    does: "says `Content-Type: text/json`",
    hooks: {
      send: (bytes, res) => {
        res.setHeader("Content-Type", "text/json");
        return bytes;
      },
    },
  },
  {
    name: "content-untyped",
    does: "says no `Content-Type`",
    hooks: {
      send: (bytes, res) => {
        res.removeHeader("Content-Type");
        return bytes;
      },
    },
  },
  {
    name: "content-bom",
    does: "begins answers with a byte order mark",
    hooks: { send: (bytes) => Buffer.concat([Buffer.from("\uFEFF"), bytes]) },
  },
  { name: "content-gzip", does: "packs answers with gzip, unasked", hooks: packed("gzip", gzipSync) },
  { name: "content-br", does: "packs answers with Brotli, unasked", hooks: packed("br", brotliCompressSync) },
  { name: "content-deflate", does: "packs answers with deflate, unasked", hooks: packed("deflate", deflateSync) },
];
