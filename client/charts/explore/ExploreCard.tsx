import { useEffect, useMemo, useRef, useState } from "react";
import { fieldLabel } from "../../../contract/field-words.ts";
import type { FieldRoles } from "../../../contract/fields.ts";
import type { Async } from "../../api/async.ts";
import { isTakenApart, useCube } from "../../insights/use-cube.ts";
import { type Explore, withExplore } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { ChartCard } from "../card/ChartCard.tsx";
import { Measured } from "../card/Measured.tsx";
import type { ChartSetting } from "../card/setting.ts";
import classes from "./Explore.module.css";
import { ExploreBars, linesIn } from "./ExploreBars.tsx";
import { ExploreLine } from "./ExploreLine.tsx";
import { ExplorePicker } from "./ExplorePicker.tsx";
import { ExploreTable } from "./ExploreTable.tsx";
import { type Explored, type ExploreField, exploreFields } from "./explore.ts";
import { exploreFigure } from "./figure.ts";
import { exploreNotes, topNote } from "./notes.ts";
import { prepareExplored } from "./prepare.ts";
import { exploreSheet } from "./sheet.ts";
import { useExplore } from "./use-explore.ts";
import { type ValueFilter, valueFilter } from "./value-filter.ts";

type ExploreStatesProps = {
  /** Undefined while nothing is picked. */
  state: Async<Explored> | undefined;
  explore: Explore | undefined;
  measures: readonly ExploreField[];
  dimensions: readonly ExploreField[];
  fields: FieldRoles;
  /** The moment of the view. */
  at?: number | undefined;
  onExplore: (explore: Explore) => void;
  /** Undefined where the dimension cannot be filtered by. */
  filter?: ValueFilter | undefined;
};

/** The chart that was brought into sight last. */
let lastShown: string | undefined;

/** What a field is called in its list; one that the account has not, by its name. */
function labelIn(list: readonly ExploreField[], field: string): string {
  return list.find(({ name }) => name === field)?.label ?? fieldLabel(field);
}

type Needs = Pick<ChartSetting, "metadata" | "columns" | "view" | "fields" | "pin" | "onView">;

/** The card of a chart of one's own. The values of its dimension filter, where that can be filtered by. */
export function ExploreCard({ metadata, columns, view, fields, pin, onView }: Needs) {
  const { explore } = view;
  const choices = useMemo(() => exploreFields(metadata, fields), [metadata, fields]);
  const state = useExplore(view, fields, pin, choices, isTakenApart(useCube(view, fields, pin).known));
  return (
    <ExploreStates
      {...choices}
      state={state}
      explore={explore}
      fields={fields}
      at={pin.at}
      filter={explore && valueFilter(explore.dimension, { view, onView, columns, fields })}
      onExplore={(next) => onView(withExplore(view, next))}
    />
  );
}

/** The chart of a person's own: one measure by one dimension of their choice. Measures are drawn side by side and never added up. */
export function ExploreStates({
  state,
  explore,
  measures,
  dimensions,
  fields,
  at,
  onExplore,
  filter,
}: ExploreStatesProps) {
  const [draft, setDraft] = useState<Partial<Explore>>({});
  const { measure, dimension } = { ...draft, ...explore };
  const card = useRef<HTMLElement>(null);
  const shown = explore && `${explore.measure} ${explore.dimension}`;
  // What a link or a saved view brings is shown, once: whoever comes back from the other lens begins at the top.
  useEffect(() => {
    if (shown && shown !== lastShown) card.current?.scrollIntoView({ block: "nearest" });
    lastShown = shown;
  }, [shown]);
  const pick = (change: Partial<Explore>) => {
    const next = { ...draft, ...explore, ...change };
    setDraft(next);
    if (next.measure && next.dimension) onExplore({ measure: next.measure, dimension: next.dimension });
  };
  const title = explore
    ? t("charts.explore.by", {
        measure: labelIn(measures, explore.measure),
        dimension: labelIn(dimensions, explore.dimension),
      })
    : t("charts.explore.title");
  const heads = [labelIn(dimensions, dimension ?? ""), labelIn(measures, measure ?? "")];
  const prepare = (explored: Explored) => prepareExplored(explored, dimension ?? "", fields, at);
  return (
    <ChartCard
      ref={card}
      title={title}
      state={state ?? { status: "absent", reason: t("charts.explore.choose") }}
      controls={
        <div className={classes.pickers}>
          <ExplorePicker
            label={t("charts.explore.measure")}
            fields={measures}
            value={measure}
            onPick={(name) => pick({ measure: name })}
          />
          <ExplorePicker
            label={t("charts.explore.dimension")}
            fields={dimensions}
            value={dimension}
            onPick={(name) => pick({ dimension: name })}
          />
        </div>
      }
      notesOf={(explored) => exploreNotes(explored, heads[1] ?? "", at)}
      figure={(explored) => exploreFigure(prepare(explored), explored.grain !== undefined)}
      sheet={(explored) => exploreSheet(explored, prepare(explored), heads)}
      chart={(explored, showTable) => (
        <Measured initial={{ width: 400, height: 110 }}>
          {(size) =>
            explored.grain ? (
              <ExploreLine label={title} points={prepare(explored)} grain={explored.grain} size={size} />
            ) : (
              <ExploreBars
                label={title}
                points={prepare(explored)}
                lines={linesIn(size.height / size.fontScale)}
                note={(shown) => topNote(explored, heads[1] ?? "", shown, measure === fields.roles.count?.field)}
                filter={filter}
                onMore={showTable}
              />
            )
          }
        </Measured>
      )}
      table={(explored) => <ExploreTable title={title} heads={heads} points={prepare(explored)} filter={filter} />}
    />
  );
}
