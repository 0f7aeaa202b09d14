import type { ExportActivity, ExportStatus } from "../../contract/export-status.ts";
import type { Manifest } from "../../contract/manifest.ts";
import type { Sentence } from "../../contract/messages/sentence.ts";
import { fileName } from "./file-name.ts";

/** What is known about an export beside its manifest. */
export type Live = {
  activity: ExportActivity | undefined;
  rate: number | undefined;
  /** Why its rows are not to be trusted any more. */
  damage?: Sentence | undefined;
};

/** What the screen is told about an export. */
export function exportStatus(manifest: Manifest, live: Live, retentionMs: number): ExportStatus {
  const { checkpoint, source, range, finishedAt, expectedRows, failure, selection, check } = manifest;
  const running = manifest.state === "running";
  const expiresAt = finishedAt && new Date(Date.parse(finishedAt) + retentionMs).toISOString();
  return {
    id: manifest.id,
    name: manifest.name,
    format: manifest.format,
    columns: manifest.columns,
    zone: manifest.zone,
    options: manifest.options,
    state: manifest.state,
    createdAt: manifest.createdAt,
    rows: checkpoint.rows,
    pages: checkpoint.pages,
    bytes: checkpoint.bytes,
    repeats: checkpoint.repeats,
    calls: manifest.calls,
    source: { kind: source.kind, why: source.why },
    notes: [...manifest.notes],
    fileName: fileName(manifest, manifest.format),
    ...(range ? { range } : {}),
    ...(finishedAt ? { finishedAt } : {}),
    ...(expiresAt && !running ? { expiresAt } : {}),
    ...(expectedRows === undefined ? {} : { expectedRows }),
    ...(selection ? { selection: { ...selection } } : {}),
    ...(check ? { check: { ...check } } : {}),
    ...(failure ? { failure } : {}),
    ...(live.damage ? { damage: live.damage } : {}),
    ...(running && live.activity ? { activity: live.activity } : {}),
    ...(running && live.rate !== undefined ? { rate: live.rate } : {}),
  };
}
