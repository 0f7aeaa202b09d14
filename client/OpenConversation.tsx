import type { Account } from "../contract/account.ts";
import type { RowIndex } from "./insights/row-index.ts";
import { Boundary } from "./ui/Boundary.tsx";
import { lazyPart } from "./ui/lazy-part.tsx";
import type { useDashboard } from "./use-dashboard.ts";
import { withOpen } from "./view/view.ts";

const ConversationPanel = lazyPart(
  async () => (await import("./detail/ConversationPanel.tsx")).ConversationPanel,
  () => null,
);

type OpenConversationProps = { dashboard: ReturnType<typeof useDashboard>; account: Account };

/** Where a conversation stands among the rows that are held; undefined when it is not among them. */
function placeOf(index: RowIndex, idField: string, id: string): number | undefined {
  for (let place = index.first; place < index.count; place += 1) if (index.at(place)?.[idField] === id) return place;
  return undefined;
}

/** The conversation that the view has open, beside the list; its neighbours are those of the list. */
export function OpenConversation({ dashboard, account }: OpenConversationProps) {
  const { view, setView, rows, fields, selectable } = dashboard;
  const idField = fields.roles.id?.field;
  const { open } = view;
  if (open === undefined || idField === undefined) return null;
  const place = placeOf(rows.index, idField, open);
  const idAt = (delta: 1 | -1): string | undefined => {
    const id = place === undefined ? undefined : rows.index.at(place + delta)?.[idField];
    return typeof id === "string" && id !== "" ? id : undefined;
  };
  const step = (delta: 1 | -1) => {
    const id = idAt(delta);
    // Back leads to where the person came from, not through every conversation that was stepped over.
    if (id) setView(withOpen(view, id), { replace: true });
  };
  return (
    <Boundary of={open}>
      <ConversationPanel
        id={open}
        row={place === undefined ? undefined : rows.index.at(place)}
        columns={selectable}
        zone={view.zone}
        account={account}
        onClose={() => setView(withOpen(view, undefined))}
        onStep={step}
        canStep={{ prev: idAt(-1) !== undefined, next: idAt(1) !== undefined }}
      />
    </Boundary>
  );
}
