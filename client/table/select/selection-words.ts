import { mostSelected } from "../../../contract/selection.ts";
import { t } from "../../words/words.ts";
import type { Selected, SelectionNote } from "./selection.ts";

function noteWords(note: SelectionNote): string {
  switch (note.kind) {
    case "all":
      return note.rows === note.loaded ? t("table.select.loaded", { rows: note.rows }) : t("table.select.held", note);
    case "tooMany":
      return t("table.select.tooMany", { count: note.count, most: mostSelected });
    default:
      return t(`table.select.${note.kind}`, { count: note.kind === "cleared" ? note.count : 0 });
  }
}

/** What is selected, and what has to be said of it; each is empty where there is nothing to say. */
export function selectionWords({ ids, note }: Selected): { count: string; note: string } {
  return {
    count: ids.size > 0 ? t("table.select.count", { count: ids.size }) : "",
    note: note ? noteWords(note) : "",
  };
}
