import { useState } from "react";
import { Boundary } from "../ui/Boundary.tsx";
import { lazyPart } from "../ui/lazy-part.tsx";
import type { RowMenuProps } from "./RowMenu.tsx";

const RowMenu = lazyPart<RowMenuProps>(
  async () => (await import("./RowMenu.tsx")).RowMenu,
  () => null,
);

/** The menu of a row, loaded apart, and drawn from its first opening on: the list scrolls without it. */
export function LazyRowMenu(props: RowMenuProps) {
  const [wasOpened, setWasOpened] = useState(false);
  if (props.at && !wasOpened) setWasOpened(true);
  return wasOpened ? (
    <Boundary>
      <RowMenu {...props} />
    </Boundary>
  ) : null;
}
