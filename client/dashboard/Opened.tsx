import { useCallback, useMemo } from "react";
import type { Account } from "../../contract/account.ts";
import { idText } from "../../contract/conversation-id.ts";
import type { FieldRole } from "../../contract/fields.ts";
import { ConversationPanel } from "../detail/ConversationPanel.tsx";
import type { Neighbour } from "../detail/neighbour.ts";
import type { PersonLink } from "../detail/person-links.ts";
import { cellMembers } from "../format/values.ts";
import { clearChosen, hasChosen, withMore } from "../view/choose.ts";
import { conversationRequests } from "../view/compile.ts";
import { withOpen, withReading } from "../view/view.ts";
import type { useDashboard } from "./use-dashboard.ts";
import { useWhere } from "./use-where.ts";

export type OpenedProps = {
  dashboard: ReturnType<typeof useDashboard>;
  account: Account;
  /** The id of the conversation, and the field that has it. */
  open: string;
  id: FieldRole;
};

/** How many conversations of the range have a value, where every one of them is loaded. */
function useLoadedCount({ view, rows, rowIsConversation }: OpenedProps["dashboard"]) {
  const { index, ended, isUpdating } = rows;
  const isAll = rowIsConversation && ended && !isUpdating && index.first === 0 && !hasChosen(view);
  return useCallback(
    ({ field, value }: PersonLink): number | undefined => {
      const has = (cell: unknown) => cellMembers(cell).includes(value);
      const count = isAll ? index.slice(0, index.count).filter((row) => has(row[field])).length : 0;
      // None: the rows do not have the field.
      return count > 0 ? count : undefined;
    },
    [index, isAll],
  );
}

/** The conversation that the view has open, joined with the list: its row, its place, and its neighbours there. */
export function Opened({ dashboard, account, open, id }: OpenedProps) {
  const { view, setView, rows, fields, selectable, pin, counted } = dashboard;
  const { place, where } = useWhere(open, id, dashboard);
  const requests = useMemo(
    () => conversationRequests(open, selectable, fields, view.zone),
    [open, selectable, fields, view.zone],
  );
  const countOf = useLoadedCount(dashboard);
  const neighbour = (delta: 1 | -1): Neighbour | undefined => {
    const row = place === undefined ? undefined : rows.index.at(place + delta);
    const other = idText(row?.[id.field]);
    return row && other ? { id: other, row } : undefined;
  };
  const neighbours = { prev: neighbour(-1), next: neighbour(1) };
  const onStep = (delta: 1 | -1) => {
    const other = neighbours[delta === 1 ? "next" : "prev"];
    // Back leads to where the person came from, not through every conversation that was stepped over.
    if (other) setView(withOpen(view, other.id), { replace: true });
  };
  const onAll = ({ field, value }: PersonLink, isCovered: boolean) => {
    const all = withMore(clearChosen(view), { kind: "values", field, values: [value], exclude: false });
    setView(isCovered ? withOpen(all, undefined) : withReading(all, false));
  };
  const of = counted ?? (rows.ended && dashboard.rowIsConversation ? rows.index.count : undefined);
  return (
    <ConversationPanel
      id={open}
      row={place === undefined ? undefined : rows.index.at(place)}
      where={where}
      place={place === undefined ? undefined : { place: place + 1, of }}
      neighbours={neighbours}
      requests={requests}
      pinId={pin.id}
      columns={selectable}
      zone={view.zone}
      account={account}
      reading={view.reading}
      onRead={(reading) => setView(withReading(view, reading), { replace: true })}
      onClose={() => setView(withOpen(view, undefined))}
      onStep={onStep}
      onAll={onAll}
      countOf={countOf}
    />
  );
}
