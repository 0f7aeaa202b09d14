import { type RefObject, useMemo } from "react";
import type { Cut } from "../../contract/detail.ts";
import { formatPercent } from "../format/numbers.ts";
import { t } from "../words/words.ts";
import { groupResults } from "./operator-results.ts";
import { Note, PartView } from "./PartView.tsx";
import { People } from "./People.tsx";
import { type Mark, Results } from "./Results.tsx";
import { Transcript } from "./Transcript.tsx";
import { stretches, unsureBelow } from "./unsure.ts";
import type { PanelParts } from "./use-panel-parts.ts";

function CutNote({ name, cut }: { name: "transcript" | "results" | "people"; cut: Cut }) {
  return cut ? <Note>{t(`detail.cut.${name}`, { shown: cut.shown })}</Note> : null;
}

function EmptyNote({
  name,
  pendingNote,
}: {
  name: "transcript" | "results" | "people";
  pendingNote: string | undefined;
}) {
  return (
    <Note>
      {t(`detail.empty.${name}`)}
      {pendingNote ? ` ${pendingNote}` : null}
    </Note>
  );
}

/** Who took part. */
export function PeoplePart({ parts }: { parts: PanelParts }) {
  return (
    <PartView state={parts.people} skeletonLines={2}>
      {({ items, cut }) => (
        <>
          {items.length === 0 ? (
            <EmptyNote name="people" pendingNote={parts.pendingNote.captured} />
          ) : (
            <People people={items} />
          )}
          <CutNote name="people" cut={cut} />
        </>
      )}
    </PartView>
  );
}

export type ResultsPartProps = {
  parts: PanelParts;
  operators: Readonly<Record<string, string>>;
  zone: string;
  mark: Mark | undefined;
  onMark: (mark: Mark | undefined) => void;
};

/** What operators made of it. */
export function ResultsPart({ parts, operators, ...rest }: ResultsPartProps) {
  const items = parts.results.status === "ready" ? parts.results.data.items : undefined;
  const groups = useMemo(() => groupResults(items ?? [], operators, t("detail.unnamedOperator")), [items, operators]);
  return (
    <PartView state={parts.results} skeletonLines={4}>
      {({ cut }) => (
        <>
          {groups.length === 0 ? (
            <EmptyNote name="results" pendingNote={parts.pendingNote.results} />
          ) : (
            <Results groups={groups} lines={parts.lines} {...rest} />
          )}
          <CutNote name="results" cut={cut} />
        </>
      )}
    </PartView>
  );
}

export type TranscriptPartProps = {
  parts: PanelParts;
  zone: string;
  mark: Mark | undefined;
  box: RefObject<HTMLElement | null>;
};

/** What was said. */
export function TranscriptPart({ parts, ...rest }: TranscriptPartProps) {
  const people = parts.people.status === "ready" ? parts.people.data.items : [];
  const { lines, turns } = parts;
  const isUnsure = useMemo(
    () => lines.some((line) => stretches(line).some(({ confidence }) => confidence !== undefined)),
    [lines],
  );
  return (
    <PartView state={parts.transcript} skeletonLines={6}>
      {({ cut, source }) => (
        <>
          {source === "intelligence" ? <Note>{t("detail.copyNote")}</Note> : null}
          <CutNote name="transcript" cut={cut} />
          {isUnsure ? <Note>{t("detail.unsureNote", { share: formatPercent(unsureBelow) })}</Note> : null}
          {turns.length === 0 ? (
            <EmptyNote name="transcript" pendingNote={parts.pendingNote.captured} />
          ) : (
            <Transcript turns={turns} people={people} {...rest} />
          )}
        </>
      )}
    </PartView>
  );
}
