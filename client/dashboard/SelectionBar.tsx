import { Button } from "@mantine/core";
import { IconCopy, IconDownload, IconX } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { FieldRole } from "../../contract/fields.ts";
import { mostSelected } from "../../contract/selection.ts";
import { failureSentences } from "../api/errors.ts";
import { copiedTable } from "../export/copy-table.ts";
import { ExportDialog } from "../export/ExportDialog.tsx";
import { conversationCount, selectedRows } from "../export/selected-rows.ts";
import { missingWords } from "../export/status-words.ts";
import type { ExportSubject, SubjectWords } from "../export/subject.ts";
import { trayOpen } from "../export/tray-open.ts";
import { copyTable } from "../format/copied-table.ts";
import { nothingSelected, type Selection } from "../table/select/selection.ts";
import { selectionWords } from "../table/select/selection-words.ts";
import { useStore } from "../ui/store.ts";
import { selectedRequest } from "../view/selected.ts";
import { t } from "../words/words.ts";
import classes from "./SelectionBar.module.css";

export type SelectionBarProps = {
  selection: Selection;
  /** The role of the conversation's id. */
  id: FieldRole;
  /** The view that the selection is of. */
  subject: ExportSubject;
  words: SubjectWords;
  /** The moment that the view is of. */
  pinId: number;
  /** Gives the focus to the list, when the bar goes. */
  toList: () => void;
};

/** How long it is said that a selection has gone, in milliseconds. */
const toldFor = 10_000;

/** Copies the selected rows and says how many they were, for as long as the selection is the same. */
function useCopySelected({ pinId }: SelectionBarProps, ids: ReadonlySet<string>, subjectNow: () => ExportSubject) {
  const client = useQueryClient();
  const [told, setTold] = useState<{ ids: ReadonlySet<string>; text: string }>();
  async function copy(): Promise<void> {
    const subject = subjectNow();
    const { columns, view, selected } = subject;
    const tell = (text: string) => setTold({ ids, text });
    tell(t("table.select.copying"));
    const rows = selectedRows(client, subject, pinId);
    try {
      await copyTable(rows.then((all) => copiedTable(all, columns, view.zone)));
      const copied = await rows;
      const found = conversationCount(copied, selected?.idField ?? "");
      const missing = missingWords({ chosen: ids.size, found });
      tell([t("exporting.copy.done", { count: copied.length }), missing].filter(Boolean).join(" "));
    } catch {
      // The browser's own word for rows that did not come says nothing.
      const why = await rows.then(() => t("exporting.copy.failed"), failureSentences);
      tell(why);
    }
  }
  return { copy, told: told?.ids === ids ? told.text : "" };
}

/** How many conversations are selected, and what can be done with them. */
export function SelectionBar(props: SelectionBarProps) {
  const { selection, id, subject, words, toList } = props;
  const selected = useStore(selection);
  const { ids, note } = selected;
  const [leaving, setLeaving] = useState<ExportSubject>();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const subjectNow = () => ({
    ...subject,
    request: selectedRequest(subject.request, id, ids),
    selected: { ids, idField: id.field },
  });
  const { copy, told } = useCopySelected(props, ids, subjectNow);
  useEffect(() => {
    if (note?.kind !== "cleared") return undefined;
    const timer = setTimeout(() => selection.set(nothingSelected), toldFor);
    return () => clearTimeout(timer);
  }, [note, selection]);

  function clear(): void {
    selection.set(nothingSelected);
    toList();
  }

  const said = selectionWords(selected);
  const tool = { size: "compact-xs", variant: "default" } as const;
  return (
    <fieldset
      aria-label={t("table.select.column")}
      className={classes.bar}
      onKeyDown={(event) => {
        if (event.key === "Escape") clear();
      }}
    >
      {said.count ? (
        <span className={classes.count}>
          <strong>{said.count}</strong> {t("table.select.most", { most: mostSelected })}
        </span>
      ) : null}
      {said.note ? <span className={classes.note}>{said.note}</span> : null}
      {ids.size > 0 ? (
        <span className={classes.tools}>
          <Button
            {...tool}
            variant="filled"
            ref={button}
            leftSection={<IconDownload size="0.8125rem" aria-hidden />}
            onClick={() => {
              setLeaving(subjectNow());
              setOpen(true);
            }}
          >
            {t("table.select.export")}
          </Button>
          <Button {...tool} leftSection={<IconCopy size="0.8125rem" aria-hidden />} onClick={() => void copy()}>
            {t("table.select.copy")}
          </Button>
          <Button {...tool} leftSection={<IconX size="0.8125rem" aria-hidden />} onClick={clear}>
            {t("table.select.clear")}
          </Button>
        </span>
      ) : null}
      <span className={classes.note} aria-live="polite">
        {told}
      </span>
      {leaving ? (
        <ExportDialog
          opened={isOpen}
          onClose={() => {
            setOpen(false);
            button.current?.focus();
          }}
          onStarted={() => {
            setOpen(false);
            trayOpen.set(true);
          }}
          subject={leaving}
          words={words}
        />
      ) : null}
    </fieldset>
  );
}
