import { useState } from "react";
import type { ExportStatus } from "../../contract/export-status.ts";
import { actOnExport, deleteExport } from "./exports-api.ts";
import { forgetExport, putExport } from "./exports-feed.ts";
import { isGone } from "./failure-words.ts";
import { dropOwn } from "./own-exports.ts";

/** What a person does with one export, one thing at a time, and why the last one was refused. */
export function useItemActions({ id }: ExportStatus) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  async function run(act: () => Promise<void>): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setError(undefined);
    try {
      await act();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  }

  return {
    isBusy,
    error,
    cancel: () => run(async () => putExport(await actOnExport(id, "cancel"))),
    resume: () => run(async () => putExport(await actOnExport(id, "resume"))),
    remove: () =>
      run(async () => {
        await deleteExport(id).catch((refusal: unknown) => {
          if (!isGone(refusal)) throw refusal;
        });
        dropOwn(id);
        forgetExport(id);
      }),
  };
}
