import type { Account } from "../../contract/account.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { lazyPart } from "../ui/lazy-part.tsx";
import type { useDashboard } from "./use-dashboard.ts";

const Opened = lazyPart(
  async () => (await import("./Opened.tsx")).Opened,
  () => null,
);

type OpenConversationProps = { dashboard: ReturnType<typeof useDashboard>; account: Account };

/** The conversation that the view has open, beside the list; its neighbours are those of the list. */
export function OpenConversation({ dashboard, account }: OpenConversationProps) {
  const { open } = dashboard.view;
  const { id } = dashboard.fields.roles;
  if (open === undefined || id === undefined) return null;
  return (
    <Boundary of={open}>
      <Opened {...{ dashboard, account, open, id }} />
    </Boundary>
  );
}
