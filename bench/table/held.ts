import type { CDPSession } from "@playwright/test";

type Snapshot = {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
};

/** What a heap has beside data: compiled code and what belongs to it, and what the browser keeps outside of the heap. */
const notData = new Set(["code", "object shape", "native", "synthetic", "hidden"]);

/**
 * The bytes of a page's data: objects, lists, texts, functions. A heap's size has the compiled code of everything that
 * ran as well, which is the same for ten rows and for a million.
 */
export async function heldData(session: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const onChunk = ({ chunk }: { chunk: string }) => chunks.push(chunk);
  session.on("HeapProfiler.addHeapSnapshotChunk", onChunk);
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  session.off("HeapProfiler.addHeapSnapshotChunk", onChunk);
  const { snapshot, nodes }: Snapshot = JSON.parse(chunks.join(""));
  const { node_fields: fields, node_types } = snapshot.meta;
  const [type, size] = [fields.indexOf("type"), fields.indexOf("self_size")];
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = node_types[0][nodes[at + type] ?? 0] ?? "";
    if (!notData.has(kind)) bytes += nodes[at + size] ?? 0;
  }
  return bytes;
}
