import { ActionIcon, Tooltip } from "@mantine/core";
import { IconChartBar, IconTable } from "@tabler/icons-react";
import { type ReactNode, type Ref, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type Async, isUpdating } from "../../api/async.ts";
import type { Told } from "../../api/told.ts";
import type { Population } from "../../insights/breakdown.ts";
import { ScrollBox } from "../../ui/ScrollBox.tsx";
import { t } from "../../words/words.ts";
import type { Figure } from "../save/figure.ts";
import { SaveMenu } from "../save/SaveMenu.tsx";
import type { Sheet } from "../save/sheet.ts";
import { CardAbsent, CardEmpty, CardFailed, CardKept, CardLoading } from "./CardStates.tsx";
import classes from "./ChartCard.module.css";
import { ExpandButton } from "./ExpandButton.tsx";
import { PopulationBadge } from "./PopulationBadge.tsx";
import { toldNotes } from "./told.ts";
import { useKeptData } from "./use-kept-data.ts";
import { populationText } from "./words.ts";

type NotesPlace = "chart" | "table" | "file";

type ChartCardProps<T> = {
  title: string;
  state: Async<T>;
  /** What must be said under the chart, under the table, or in a file of it, beside what is told of every answer. */
  notesOf: (data: T, view: NotesPlace) => readonly string[];
  /** Draws the chart; `showTable` leads to all the numbers. */
  chart: (data: T, showTable: () => void) => ReactNode;
  table: (data: T) => ReactNode;
  /** The chart as a drawing and as numbers, for files. */
  figure: (data: T) => Figure;
  sheet: (data: T) => Sheet;
  /** What is chosen for this chart, in every state of it. */
  controls?: ReactNode;
  ref?: Ref<HTMLElement>;
  /** More words beside the population. */
  beside?: (data: T) => string | undefined;
};

/** The frame of every chart: title, population, the switch between chart and table, notes, and what is not ready. */
export function ChartCard<T extends { population?: Population; told?: Told }>(props: ChartCardProps<T>) {
  const { title, state, chart, table, figure, sheet, controls, beside, ref } = props;
  const titleId = useId();
  const [asTable, setAsTable] = useState(false);
  const scroller = useRef<HTMLElement>(null);
  const kept = useKeptData(title, state);
  const data = state.status === "ready" ? state.data : kept;
  const isFormer = isUpdating(state) || kept !== undefined;
  const drawn = data && data.population?.count !== 0 ? data : undefined;

  const notesOf = (data: T, view: NotesPlace) => [...props.notesOf(data, view), ...toldNotes(data.told)];

  // The button that leads here vanishes with the chart, so the focus is moved on.
  const showTable = () => {
    flushSync(() => setAsTable(true));
    scroller.current?.focus();
  };
  const besideText = drawn && beside?.(drawn);
  const tableName = t("charts.tableName", { title });
  const switchLabel = t(asTable ? "charts.showChart" : "charts.showTable");

  return (
    <article
      ref={ref}
      className={classes.card}
      aria-labelledby={titleId}
      aria-busy={state.status === "loading" || isUpdating(state)}
    >
      <header className={classes.header}>
        <h2 className={classes.title} id={titleId} title={title}>
          {title}
        </h2>
        {drawn && (
          <Tooltip label={switchLabel} openDelay={400}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label={t(asTable ? "charts.chartOf" : "charts.tableOf", { title })}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? <IconChartBar size="1rem" stroke={1.5} /> : <IconTable size="1rem" stroke={1.5} />}
            </ActionIcon>
          </Tooltip>
        )}
        <ExpandButton title={title} />
        {drawn && (
          <SaveMenu
            title={title}
            lines={[
              ...(drawn.population ? [populationText(drawn.population)] : []),
              ...(besideText ? [besideText] : []),
              ...notesOf(drawn, "file"),
            ]}
            figure={() => figure(drawn)}
            sheet={() => sheet(drawn)}
            isFormer={isFormer}
          />
        )}
      </header>
      <div className={classes.badgeLine}>
        {state.status === "ready" && drawn && (
          <Counted population={drawn.population} beside={besideText} isUpdating={state.updating} />
        )}
      </div>
      {controls}
      {state.status === "failed" && kept && <CardKept error={state.error} retry={state.retry} titleId={titleId} />}
      <div className={classes.body} data-updating={isFormer || undefined}>
        {state.status === "loading" && <CardLoading />}
        {state.status === "failed" && !kept && <CardFailed error={state.error} retry={state.retry} titleId={titleId} />}
        {state.status === "absent" && <CardAbsent reason={state.reason} />}
        {data && !drawn && <CardEmpty />}
        {drawn && !asTable && chart(drawn, showTable)}
        {drawn && asTable && (
          <ScrollBox className={classes.scroller} ref={scroller} label={tableName}>
            {table(drawn)}
          </ScrollBox>
        )}
      </div>
      {drawn && <Notes notes={notesOf(drawn, asTable ? "table" : "chart")} />}
    </article>
  );
}

type CountedProps = { population: Population | undefined; beside: string | undefined; isUpdating: boolean };

/** What a chart counts. Of one that nothing answers any more, and that stays, nothing is said: it is of another view. */
function Counted({ population, beside, isUpdating }: CountedProps) {
  return (
    <>
      {population && <PopulationBadge population={isUpdating ? undefined : population} />}
      {beside && !isUpdating && <span className={classes.beside}>{beside}</span>}
    </>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <p className={classes.note}>
      {notes.map((note) => (
        <span key={note}>{note} </span>
      ))}
    </p>
  );
}
