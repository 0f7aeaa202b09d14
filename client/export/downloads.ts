import type { ExportFormat } from "../../contract/formats.ts";
import { makeStore } from "../ui/store.ts";
import { askExports } from "./exports-api.ts";

/** What is being made ready to be downloaded, and what could not be, by the export's id. */
type Download = { status: "preparing"; format: ExportFormat } | { status: "failed"; error: unknown };

export const downloadsStore = makeStore<ReadonlyMap<string, Download>>(new Map());

function put(id: string, download: Download | undefined): void {
  const next = new Map(downloadsStore.get());
  if (download) next.set(id, download);
  else next.delete(id);
  downloadsStore.set(next);
}

/** Lets the browser take a file of the server: it goes straight to the disk, however large it is. */
export function followDownload(path: string): void {
  const link = document.createElement("a");
  link.href = path;
  link.download = "";
  link.click();
}

/**
 * Downloads an export in a format. The server is asked once before, and left at the first byte: it makes the file
 * then, which can take a while, and a failure can be told here, where a browser would only say that a download failed.
 */
export async function downloadExport(id: string, format: ExportFormat): Promise<void> {
  const path = `/${id}/file?format=${format}`;
  put(id, { status: "preparing", format });
  try {
    const response = await askExports(path);
    await response.body?.cancel();
    put(id, undefined);
    followDownload(`/api/exports${path}`);
  } catch (error) {
    put(id, { status: "failed", error });
  }
}
