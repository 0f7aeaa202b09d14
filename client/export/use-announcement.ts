import { useEffect, useRef, useState } from "react";
import type { ExportStatus } from "../../contract/export-status.ts";
import { say, t } from "../words/words.ts";
import { stateWords } from "./status-words.ts";

function words(item: ExportStatus): string {
  const { name, state, rows: count, failure } = item;
  if (state === "running") return t("exporting.said.started", { name });
  if (state === "failed") return t("exporting.said.failed", { name, why: failure ? say(failure.why) : "" });
  if (state === "doubtful") return t("exporting.said.doubtful", { name, how: stateWords(item) });
  return t(`exporting.said.${state}`, { name, count });
}

/** What is read out: how exports begin and end while the page is open. Never their progress, nor what was there before. */
export function useAnnouncement(items: readonly ExportStatus[], isKnown: boolean): string {
  const [text, setText] = useState("");
  const former = useRef<ReadonlyMap<string, string>>(undefined);
  useEffect(() => {
    if (!isKnown) return;
    const before = former.current;
    former.current = new Map(items.map(({ id, state }) => [id, state]));
    if (!before) return;
    const changed = items.filter(({ id, state }) => before.get(id) !== state);
    if (changed.length > 0) setText(changed.map(words).join(" "));
  }, [items, isKnown]);
  return text;
}
