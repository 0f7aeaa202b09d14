import type { ExportRequest } from "../../contract/export.ts";
import { InsightsError } from "../insights/errors.ts";
import { readProblem } from "../insights/http.ts";
import { gate, holdFor } from "../insights/rate-limit.ts";
import { countRecords } from "./count-records.ts";

export type ExportedFile = { name: string; blob: Blob; rows: number };

function fileName(response: Response): string {
  return /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "earshot.csv";
}

async function start(request: ExportRequest, signal: AbortSignal): Promise<Response> {
  for (;;) {
    await gate(signal);
    const body = JSON.stringify(request);
    const headers = { "content-type": "application/json" };
    const response = await fetch("/api/export", { method: "POST", headers, body, signal });
    if (response.ok) return response;
    const problem = readProblem(response.status, await response.text());
    if (response.status !== 429) throw new InsightsError("http", problem.message, problem);
    holdFor(problem.retryAfter ?? 5);
  }
}

async function readFile(response: Response, onRows: (rows: number) => void): Promise<ExportedFile> {
  const counter = countRecords();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    counter.add(read.value);
    parts.push(read.value);
    onRows(Math.max(0, counter.records - 1));
  }
  const blob = new Blob(parts, { type: "text/csv;charset=utf-8" });
  return { name: fileName(response), blob, rows: Math.max(0, counter.records - 1) };
}

/**
 * Asks the proxy for the whole result as a file. The file exists only when every row has come: one that was cut on the
 * way is an error, never a shorter file.
 *
 * @param onRows told how many rows have come so far.
 * @throws InsightsError, or the signal's reason when it is aborted.
 */
export async function runExport(
  request: ExportRequest,
  signal: AbortSignal,
  onRows: (rows: number) => void,
): Promise<ExportedFile> {
  try {
    return await readFile(await start(request, signal), onRows);
  } catch (error) {
    if (signal.aborted || error instanceof InsightsError) throw error;
    throw new InsightsError("network", "The export was cut off before its last row.");
  }
}

/** Hands a finished file to the browser's downloads. */
export function saveFile({ name, blob }: ExportedFile): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has its own hold on the data by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
