import { useState } from "react";
import type { ExportStatus } from "../../contract/export-status.ts";
import { actOnExport, deleteExport } from "./exports-api.ts";
import { exportsStore, forgetExport, putExport } from "./exports-feed.ts";
import { isGone } from "./failure-words.ts";
import { dropOwn } from "./own-exports.ts";

/** Cancels or resumes an export. Where an event about it has arrived in the meantime, the answer is out of date. */
async function turn(id: string, action: "cancel" | "resume"): Promise<void> {
  const known = () => exportsStore.get().items.find((item) => item.id === id);
  const before = known();
  const answer = await actOnExport(id, action);
  if (known() === before) putExport(answer);
}

/**
 * What a person does with one export, one thing at a time, and why the last one was refused. Once the events have told
 * what came of an action, the next one need not wait for its answer.
 */
export function useItemActions({ id, state }: Pick<ExportStatus, "id" | "state">) {
  const [busy, setBusy] = useState<{ state: ExportStatus["state"] }>();
  const [error, setError] = useState<unknown>();
  const isBusy = busy?.state === state;

  async function run(act: () => Promise<void>): Promise<void> {
    if (isBusy) return;
    const own = { state };
    setBusy(own);
    setError(undefined);
    try {
      await act();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy((now) => (now === own ? undefined : now));
    }
  }

  return {
    isBusy,
    error,
    cancel: () => run(() => turn(id, "cancel")),
    resume: () => run(() => turn(id, "resume")),
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
