import { useMantineColorScheme } from "@mantine/core";
import { useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { ExportFormat } from "../../contract/formats.ts";
import { ExportDialog } from "../export/ExportDialog.tsx";
import type { ExportSubject, SubjectWords } from "../export/subject.ts";
import { trayOpen } from "../export/tray-open.ts";
import { FindDialog } from "../find/FindDialog.tsx";
import type { FindSubject } from "../find/option.ts";
import { useSaved } from "../saved/use-saved.ts";
import { focusList } from "../table/keys/focus-list.ts";
import { nothingSelected } from "../table/select/selection.ts";
import { useSelection } from "../table/select/use-selection.ts";
import { selectedRequest } from "../view/selected.ts";
import { type FindDoings, findActions, savedActions } from "./find-actions.tsx";
import type { useDashboard } from "./use-dashboard.ts";

export type FindScreenProps = Pick<FindDoings, "openAccount" | "charts"> & {
  dashboard: ReturnType<typeof useDashboard>;
  words: SubjectWords;
  opened: boolean;
  onClose: () => void;
  /** What the box opens with. */
  pasted: string;
};

/** What leaves: the view in a format, or conversations that were pasted. */
type Leaving = { format?: ExportFormat | undefined; ids?: ReadonlySet<string> };

function findButton(): HTMLElement | null {
  return document.querySelector("[data-find]");
}

/** Gives the focus back to where it was when the box was opened, or to what opens it. */
function useFocusBack(opened: boolean): () => void {
  const before = useRef<Element>(null);
  const was = useRef(false);
  if (opened && !was.current) before.current = document.activeElement;
  was.current = opened;
  return () => {
    const { current } = before;
    const isThere = current instanceof HTMLElement && current.isConnected && current !== document.body;
    (isThere ? current : findButton())?.focus({ preventScroll: true });
  };
}

/** The find box over this dashboard: what it finds in, what it can do, and the export that it may begin. */
export function FindScreen({ dashboard, words, opened, onClose, pasted, openAccount, charts }: FindScreenProps) {
  const { view, setView, fields, shown, selectable: columns, rows, breakdowns, pin } = dashboard;
  const { colorScheme: scheme, setColorScheme: setScheme } = useMantineColorScheme();
  const selection = useSelection(view);
  const saved = useSaved();
  const focusBack = useFocusBack(opened);
  const [leaving, setLeaving] = useState<Leaving>();
  const [isExporting, setExporting] = useState(false);

  function exportNow(next: Leaving): void {
    setLeaving(next);
    setExporting(true);
  }

  const { facets } = breakdowns;
  const { request } = dashboard.export;
  const { index, count, isUpdating } = rows;
  const held = useMemo(() => ({ index, count, isUpdating }), [index, count, isUpdating]);
  const select = (ids: readonly string[], next = view) => {
    // A selection ends with its view, so the other view is there first.
    flushSync(() => setView(next));
    selection.set({ ...nothingSelected, ids: new Set(ids) });
  };
  const doings = { view, setView, refresh: pin.refresh, openAccount, charts, scheme, setScheme };
  const subject: FindSubject = {
    ...{ view, setView, fields, shown, columns, rows: held, facets, pin, request },
    actions: findActions({ ...doings, exportAs: (format) => exportNow({ format }) }),
    views: savedActions(saved),
    onSelect: (ids, next) => {
      select(ids, next);
      focusList();
    },
    onExport: (ids, next) => {
      select(ids, next);
      exportNow({ ids: new Set(ids) });
    },
  };

  const { id } = fields.roles;
  const { ids } = leaving ?? {};
  const leavingNow: ExportSubject =
    ids && id
      ? { ...dashboard.export, request: selectedRequest(request, id, ids), selected: { ids, idField: id.field } }
      : dashboard.export;
  const endExport = () => {
    setExporting(false);
    findButton()?.focus();
  };
  return (
    <>
      <FindDialog
        opened={opened}
        pasted={pasted}
        onClose={() => {
          flushSync(onClose);
          focusBack();
        }}
        subject={subject}
      />
      {leaving ? (
        <ExportDialog
          key={leaving.format ?? ""}
          opened={isExporting}
          onClose={endExport}
          onStarted={() => {
            endExport();
            trayOpen.set(true);
          }}
          subject={leavingNow}
          words={words}
          format={leaving.format}
        />
      ) : null}
    </>
  );
}
