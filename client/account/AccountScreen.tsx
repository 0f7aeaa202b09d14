import { useState } from "react";
import { Boundary } from "../ui/Boundary.tsx";
import { lazyPart } from "../ui/lazy-part.tsx";
import type { AccountDialogProps } from "./AccountDialog.tsx";

// Few look into it, and nobody before there is something on the screen.
const AccountDialog = lazyPart<AccountDialogProps>(
  async () => (await import("./AccountDialog.tsx")).AccountDialog,
  () => null,
);

/** “What this account can do”, drawn from its first opening on. */
export function AccountScreen(props: AccountDialogProps) {
  const [wasOpened, setWasOpened] = useState(props.opened);
  if (props.opened && !wasOpened) setWasOpened(true);
  return <Boundary of={props.opened}>{wasOpened && <AccountDialog {...props} />}</Boundary>;
}
