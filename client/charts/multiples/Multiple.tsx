import { Skeleton } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { type Async, isUpdating } from "../../api/async.ts";
import type { Told } from "../../api/told.ts";
import type { Population } from "../../insights/breakdown.ts";
import { CardAbsent, CardEmpty, CardFailed, CardKept } from "../card/CardStates.tsx";
import { toldNotes } from "../card/told.ts";
import { useKeptData } from "../card/use-kept-data.ts";
import { WaitingWords } from "../card/WaitingWords.tsx";
import { populationText } from "../card/words.ts";
import { SaveMenu, type SaveMenuProps } from "../save/SaveMenu.tsx";
import { MultipleNotes } from "./MultipleNotes.tsx";
import classes from "./Multiples.module.css";

type MultipleProps<T> = {
  title: string;
  state: Async<T>;
  /** What must be said of it, beside what is told of every answer. */
  notesOf: (data: T, view: "chart" | "file") => readonly string[];
  /** Whether that is of the account and always so: then a sign stands for it. What went wrong is always in words. */
  isQuiet?: boolean;
  /** At the end of its head. */
  aside?: ((data: T) => ReactNode) | undefined;
  /** The chart for files and the clipboard: what it is called there, as a drawing and as numbers. */
  save: (data: T) => Omit<SaveMenuProps, "lines" | "isFormer">;
  /** Stands in place of the notes while something is read. */
  reading?: ReactNode;
  children: (data: T) => ReactNode;
};

function MultipleLoading() {
  return (
    <>
      <WaitingWords />
      {["92%", "70%", "54%"].map((width) => (
        <Skeleton key={width} className={classes.skeleton ?? ""} height={8} width={width} radius="xs" />
      ))}
    </>
  );
}

/** What is out of the ordinary. Of every matching conversation is what all charts are, and a key figure has their number. */
function loudNotes({ population, told }: { population: Population; told?: Told }): string[] {
  return [...(population.kind === "loaded" ? [populationText(population)] : []), ...toldNotes(told)];
}

/** The frame of a small chart: title, what must be said of it, and what is not ready, all in the height of the chart. */
export function Multiple<T extends { population: Population; told?: Told }>(props: MultipleProps<T>) {
  const { title, state, notesOf, isQuiet = false, aside, reading, save, children } = props;
  const titleId = useId();
  const kept = useKeptData(title, state);
  const data = state.status === "ready" ? state.data : kept;
  const drawn = data && data.population.count !== 0 ? data : undefined;
  const savedNotes = (data: T) => [...notesOf(data, "file"), ...toldNotes(data.told)];
  const isFormer = isUpdating(state) || kept !== undefined;
  const isBusy = state.status === "loading" || isUpdating(state);
  const { status } = state;
  return (
    <article className={classes.multiple} aria-labelledby={titleId} aria-busy={isBusy}>
      <header className={classes.head}>
        <h2 className={classes.title} id={titleId} title={title}>
          {title}
        </h2>
        {drawn &&
          (reading ?? <MultipleNotes {...{ title, isQuiet }} loud={loudNotes(drawn)} own={notesOf(drawn, "chart")} />)}
        {drawn && aside?.(drawn)}
        {drawn && (
          <SaveMenu
            {...save(drawn)}
            lines={[populationText(drawn.population), ...savedNotes(drawn)]}
            isFormer={isFormer}
          />
        )}
      </header>
      <div className={classes.content} data-updating={isFormer || undefined}>
        {status === "failed" && kept && <CardKept error={state.error} retry={state.retry} titleId={titleId} />}
        {status === "loading" && <MultipleLoading />}
        {status === "failed" && !kept && <CardFailed error={state.error} retry={state.retry} titleId={titleId} />}
        {status === "absent" && <CardAbsent reason={state.reason} />}
        {data && !drawn && <CardEmpty />}
        {drawn && children(drawn)}
      </div>
    </article>
  );
}
