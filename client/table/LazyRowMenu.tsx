import { memo, useState } from "react";
import { Boundary } from "../ui/Boundary.tsx";
import { lazyPart } from "../ui/lazy-part.tsx";
import type { RowMenuProps } from "./RowMenu.tsx";

const RowMenu = lazyPart(
  async () => (await import("./RowMenu.tsx")).RowMenu,
  () => null,
);

function isClosed({ at }: RowMenuProps): boolean {
  return at === undefined;
}

/** The menu of a row, from when it is first asked for on. While it is closed the list scrolls without it. */
export const LazyRowMenu = memo(
  function LazyRowMenu(props: RowMenuProps) {
    const [isDrawn, setDrawn] = useState(false);
    if (props.at && !isDrawn) setDrawn(true);
    return isDrawn ? (
      <Boundary>
        <RowMenu {...props} />
      </Boundary>
    ) : null;
  },
  (before, now) => isClosed(before) && isClosed(now),
);
