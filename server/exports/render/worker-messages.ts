import type { Manifest } from "../../../contract/manifest.ts";
import type { RenderJob } from "./write-rendering.ts";

/** What the server tells the thread that renders. */
export type ToRenderer =
  | { kind: "begin"; id: number; job: RenderJob }
  | { kind: "grow"; id: number; bytes: number }
  | { kind: "end"; id: number; manifest: Manifest }
  | { kind: "stop"; id: number };

/** What the thread tells the server. */
export type FromRenderer =
  | { kind: "ready" }
  | { kind: "done"; id: number; sha256: string }
  | { kind: "failed"; id: number; message: string; stack?: string; code?: string };
