import { useMemo } from "react";
import type { Account } from "../../contract/account.ts";
import { idText } from "../../contract/conversation-id.ts";
import type { FieldRole } from "../../contract/fields.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { lazyPart } from "../ui/lazy-part.tsx";
import { conversationRequests } from "../view/compile.ts";
import { withOpen } from "../view/view.ts";
import type { useDashboard } from "./use-dashboard.ts";
import { useWhere } from "./use-where.ts";

const ConversationPanel = lazyPart(
  async () => (await import("../detail/ConversationPanel.tsx")).ConversationPanel,
  () => null,
);

type OpenConversationProps = { dashboard: ReturnType<typeof useDashboard>; account: Account };

/** The conversation that the view has open, beside the list; its neighbours are those of the list. */
export function OpenConversation({ dashboard, account }: OpenConversationProps) {
  const { open } = dashboard.view;
  const { id } = dashboard.fields.roles;
  return open === undefined || id === undefined ? null : <Opened {...{ dashboard, account, open, id }} />;
}

function Opened({ dashboard, account, open, id }: OpenConversationProps & { open: string; id: FieldRole }) {
  const { view, setView, rows, fields, selectable, pin } = dashboard;
  const { place, where } = useWhere(open, id, dashboard);
  const requests = useMemo(
    () => conversationRequests(open, selectable, fields, view.zone),
    [open, selectable, fields, view.zone],
  );
  const idAt = (delta: 1 | -1): string | undefined => {
    return place === undefined ? undefined : idText(rows.index.at(place + delta)?.[id.field]);
  };
  const step = (delta: 1 | -1) => {
    const other = idAt(delta);
    // Back leads to where the person came from, not through every conversation that was stepped over.
    if (other) setView(withOpen(view, other), { replace: true });
  };
  return (
    <Boundary of={open}>
      <ConversationPanel
        id={open}
        row={place === undefined ? undefined : rows.index.at(place)}
        where={where}
        requests={requests}
        pinId={pin.id}
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
