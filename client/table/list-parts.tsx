import { lazyPart } from "../ui/lazy-part.tsx";
import { rem } from "../ui/rem.ts";
import { isNarrowNow } from "../ui/use-narrow.ts";
import { headHeight } from "./columns/column-widths.ts";
import { FirstLoad } from "./FirstLoad.tsx";
import type { RowGridProps } from "./RowGrid.tsx";
import { isToCome } from "./to-come.ts";

/** The rows as a grid, in the shape of which they are waited for. Its words are those of the first screen. */
export const RowGrid = lazyPart(
  async () => (await import("./RowGrid.tsx")).RowGrid,
  ({ rows, columns, look, chosen }: RowGridProps) => (
    <>
      <div style={{ height: rem(headHeight) }} />
      {isToCome(rows) ? null : <FirstLoad {...{ columns, look }} asCards={false} withBoxes={chosen !== undefined} />}
    </>
  ),
  { withoutLaterWords: true },
);

/** The rows as cards. */
export const CardList = lazyPart(
  async () => (await import("./CardList.tsx")).CardList,
  () => null,
);

/** Begins to load what draws the rows: a wide screen has no cards, and a narrow one no grid. */
export function loadList(isNarrow = isNarrowNow()): void {
  (isNarrow ? CardList : RowGrid).load();
}
