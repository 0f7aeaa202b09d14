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
import { ExploreBars, linesIn } from "./ExploreBars.tsx";
import { ExploreControls } from "./ExploreControls.tsx";
import { ExploreLine } from "./ExploreLine.tsx";
import { ExploreTable } from "./ExploreTable.tsx";
import { type Explored, type ExploreField, exploreFields } from "./explore.ts";
import { exploreFigure } from "./figure.ts";
import { exploreNotes, topNote } from "./notes.ts";
import { prepareExplored } from "./prepare.ts";
import { exploreSheet } from "./sheet.ts";
import { splitFigure } from "./split/figure.ts";
import { splitNotes } from "./split/notes.ts";
import { prepareSplit } from "./split/prepare.ts";
import { SplitChart } from "./split/SplitChart.tsx";
import { SplitTable } from "./split/SplitTable.tsx";
import { splitSheet } from "./split/sheet.ts";
import { isSplit, type Split } from "./split/split.ts";
import { topValues } from "./top-values.ts";
import { splitsOf, useExplore } from "./use-explore.ts";
import { type ValueFilter, valueFilter } from "./value-filter.ts";

type ExploreStatesProps = {
  /** Undefined while nothing is picked. */
  state: Async<Explored | Split> | undefined;
  explore: Explore | undefined;
  measures: readonly ExploreField[];
  dimensions: readonly ExploreField[];
  fields: FieldRoles;
  /** The moment of the view. */
  at?: number | undefined;
  onExplore: (explore: Explore) => void;
  /** Undefined where the dimension cannot be filtered by. */
  filter?: ValueFilter | undefined;
  /** The same of the dimension that splits it. */
  splitFilter?: ValueFilter | undefined;
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
      splitFilter={explore?.split ? valueFilter(explore.split, { view, onView, columns, fields }) : undefined}
      onExplore={(next) => onView(withExplore(view, next))}
    />
  );
}

/** What can be picked to a chart: a field that splits it by itself is left out, and a look that it has not. */
function withPicked(former: Partial<Explore>, change: Partial<Explore>): Partial<Explore> {
  const { split, ...rest } = { ...former, ...change };
  return split === undefined || split === rest.dimension ? rest : { ...rest, split };
}

/**
 * The chart of a person's own: one measure by one dimension or two of their choice. Measures that do not add up are drawn
 * side by side.
 */
export function ExploreStates(props: ExploreStatesProps) {
  const { state, explore, measures, dimensions, fields, at, onExplore, filter, splitFilter } = props;
  const [draft, setDraft] = useState<Partial<Explore>>({});
  const chosen = { ...draft, ...explore };
  const { measure, dimension, split } = chosen;
  const card = useRef<HTMLElement>(null);
  const shown = explore && `${explore.measure} ${explore.dimension}`;
  // What a link or a saved view brings is shown, once: whoever comes back from the other lens begins at the top.
  useEffect(() => {
    if (shown && shown !== lastShown) card.current?.scrollIntoView({ block: "nearest" });
    lastShown = shown;
  }, [shown]);
  const pick = (change: Partial<Explore>) => {
    const next = withPicked(explore ?? draft, change);
    setDraft(next);
    const { measure, dimension } = next;
    if (measure && dimension) onExplore({ ...next, measure, dimension });
  };
  const labels = {
    measure: labelIn(measures, measure ?? ""),
    dimension: labelIn(dimensions, dimension ?? ""),
    split: labelIn(dimensions, split ?? ""),
  };
  const title = explore
    ? t(explore.split ? "charts.explore.bySplit" : "charts.explore.by", labels)
    : t("charts.explore.title");
  const heads = [labels.dimension, labels.measure];
  const isCount = measure !== undefined && measure === fields.roles.count?.field;
  const adds = measures.find(({ name }) => name === measure)?.adds === true || isCount;
  const setting = {
    explore: { measure: measure ?? "", dimension: dimension ?? "", ...chosen, split: split ?? "" },
    fields,
    adds,
    at,
  };
  const topped = (explored: Explored) => topValues(explored, explore?.top, isCount);
  const prepare = (explored: Explored) => prepareExplored(topped(explored), dimension ?? "", fields, at);
  const isTime = dimensions.some(({ name, grain }) => name === dimension && grain !== undefined);
  return (
    <ChartCard<Explored | Split>
      ref={card}
      title={title}
      state={state ?? { status: "absent", reason: t("charts.explore.choose") }}
      controls={
        <ExploreControls
          measures={measures}
          dimensions={dimensions}
          splits={splitsOf(dimensions, dimension)}
          chosen={chosen}
          onPick={pick}
          look={explore?.split && adds ? (explore.look ?? "stacked") : undefined}
          hasTop={explore !== undefined && (!isTime || explore.split !== undefined)}
        />
      }
      notesOf={(explored) =>
        isSplit(explored) ? splitNotes(explored, setting, labels) : exploreNotes(topped(explored), labels.measure, at)
      }
      figure={(explored) =>
        isSplit(explored)
          ? splitFigure(prepareSplit(explored, setting), explored.grain !== undefined)
          : exploreFigure(prepare(explored), explored.grain !== undefined)
      }
      sheet={(explored) =>
        isSplit(explored)
          ? splitSheet(explored, setting, labels)
          : exploreSheet(topped(explored), prepare(explored), heads)
      }
      chart={(explored, showTable) =>
        isSplit(explored) ? (
          <SplitChart
            label={title}
            split={explored}
            prepared={prepareSplit(explored, setting)}
            filter={filter}
            splitFilter={splitFilter}
            onMore={showTable}
          />
        ) : (
          <Measured initial={{ width: 400, height: 110 }}>
            {(size) =>
              explored.grain ? (
                <ExploreLine label={title} points={prepare(explored)} grain={explored.grain} size={size} />
              ) : (
                <ExploreBars
                  label={title}
                  points={prepare(explored)}
                  lines={linesIn(size.height / size.fontScale)}
                  note={(shown) => topNote(topped(explored), labels.measure, shown, isCount)}
                  filter={filter}
                  onMore={showTable}
                />
              )
            }
          </Measured>
        )
      }
      table={(explored) =>
        isSplit(explored) ? (
          <SplitTable
            title={title}
            dimension={labels.dimension}
            prepared={prepareSplit(explored, setting)}
            filter={filter}
            splitFilter={splitFilter}
          />
        ) : (
          <ExploreTable title={title} heads={heads} points={prepare(explored)} filter={filter} />
        )
      }
    />
  );
}
