import { VisuallyHidden } from "@mantine/core";
import { rem } from "../ui/rem.ts";
import type { ViewColumn } from "../view/columns.ts";
import type { Look } from "../view/shared-look.ts";
import { t } from "../words/words.ts";
import { columnTracks, leadWidth, placedColumns, rowHeights } from "./columns/column-widths.ts";
import classes from "./first-load.module.css";

const lines = Array.from({ length: 14 }, (_, line) => line);
/** Uneven widths, so that it looks like text to come and not like a bar chart. */
const shares = [72, 55, 84, 48, 66];

export type FirstLoadProps = { columns: readonly ViewColumn[]; look: Look; asCards: boolean; withBoxes: boolean };

/** The shape of the table before its first page: the columns where they are known already, three bars on a card. */
export function FirstLoad({ columns: asked, look, asCards, withBoxes }: FirstLoadProps) {
  const columns = placedColumns(asked, look);
  const cells = asCards ? ["first", "second", "third"] : columns.map(({ field }) => field);
  const tracks = asCards ? "1fr" : columnTracks(columns, look);
  const lead = withBoxes ? leadWidth : 0;
  return (
    <div aria-busy="true" data-first-load className={classes.lines}>
      <VisuallyHidden>{t("table.foot.loading")}</VisuallyHidden>
      {lines.map((line) => (
        <div
          key={line}
          className={classes.line}
          data-card={asCards || undefined}
          style={{
            gridTemplateColumns: tracks,
            height: asCards ? undefined : rem(rowHeights[look.density]),
            paddingInlineStart: rem(lead),
          }}
          aria-hidden="true"
        >
          {cells.map((cell, place) => (
            <div key={cell} className={classes.cell}>
              <div className={classes.bar} style={{ width: `${shares[(line * 3 + place) % shares.length]}%` }} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
