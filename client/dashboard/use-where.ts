import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { idText } from "../../contract/conversation-id.ts";
import type { FieldRole } from "../../contract/fields.ts";
import type { Row } from "../../contract/page.ts";
import { allPagesQuery } from "../api/all-pages.ts";
import type { Where } from "../detail/Whereabouts.tsx";
import { placeWhere } from "../rows/row-index.ts";
import { selectedRequest } from "../view/selected.ts";
import type { useDashboard } from "./use-dashboard.ts";

type Known = { listKey: string; id: string; place: number };

/**
 * The place of the open conversation in the list, and where it is when its row is not held: the view may leave it out,
 * or it is further on. Which of both is asked once; the list is read up to it only when a person asks to see it.
 */
export function useWhere(
  open: string,
  id: FieldRole,
  { rows, export: { request }, pin, counted }: ReturnType<typeof useDashboard>,
): { place: number | undefined; where: Where | undefined } {
  const { index, listKey, finder } = rows;
  const { search, find, show, stop } = finder;
  const place = useMemo(() => placeWhere(index, (row) => idText(row[id.field]) === open), [index, id.field, open]);
  const known = useRef<Known>(undefined);
  useEffect(() => {
    if (place !== undefined) known.current = { listKey, id: open, place };
  }, [place, listKey, open]);
  const isComing = rows.isFirstLoad || rows.isUpdating;
  const isAway = place === undefined && !isComing && rows.error === null;
  const inView = useQuery({ ...allPagesQuery(selectedRequest(request, id, [open]), pin.id), enabled: isAway });

  // A search is for one conversation, and over when its row is there.
  const sought = useRef<string>(undefined);
  useEffect(() => {
    if (sought.current !== open) stop();
  }, [open, stop]);
  useEffect(() => stop, [stop]);
  const isFound = search?.kind === "found" && place !== undefined;
  useEffect(() => {
    if (isFound) stop();
  }, [isFound, stop]);

  function onFind(): void {
    const last = known.current;
    // Asked for again, it was not where it stood last.
    known.current = undefined;
    sought.current = open;
    if (last?.listKey === listKey && last.id === open) show(last.place);
    else find((row: Row) => idText(row[id.field]) === open);
  }

  function where(): Where | undefined {
    if (place === undefined && isComing && rows.error === null) return { kind: "coming" };
    if (!isAway) return undefined;
    if (search?.kind === "searching") return { ...search, of: counted, onStop: stop };
    if (search?.kind === "lost") return search;
    if (search?.kind === "failed") return { ...search, onFind };
    if (search && (search.place < index.first || search.place >= index.count)) return undefined;
    if (inView.isError) return { kind: "failed", error: inView.error, onFind: () => void inView.refetch() };
    return inView.data && { kind: inView.data.rows.length > 0 ? "beyond" : "outside", onFind };
  }
  return { place, where: where() };
}
