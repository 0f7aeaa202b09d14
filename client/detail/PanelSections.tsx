import { type RefObject, useMemo } from "react";
import type { Cut } from "../../contract/detail.ts";
import { formatPercent } from "../format/numbers.ts";
import { t } from "../words/words.ts";
import type { NoteActs } from "./NoteView.tsx";
import type { LineNote } from "./notes.ts";
import type { ResultGroup } from "./operator-results.ts";
import { Note, PartView } from "./PartView.tsx";
import { type Everyone, People } from "./People.tsx";
import { peopleOfRow } from "./person-links.ts";
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

/** Who took part; where Twilio names nobody, whom the row names. */
export function PeoplePart({ parts, everyone }: { parts: PanelParts; everyone: Everyone }) {
  const inRow = useMemo(() => peopleOfRow(everyone.row, everyone.fields), [everyone.row, everyone.fields]);
  const named = inRow.length > 0 ? <People people={inRow} everyone={everyone} /> : null;
  if (parts.whole) return named;
  return (
    <PartView state={parts.people} skeletonLines={2}>
      {({ items, cut }) => (
        <>
          {items.length > 0 ? <People people={items} everyone={everyone} /> : null}
          {items.length > 0 ? null : (named ?? <EmptyNote name="people" pendingNote={parts.pendingNote.captured} />)}
          <CutNote name="people" cut={cut} />
        </>
      )}
    </PartView>
  );
}

export type ResultsPartProps = {
  parts: PanelParts;
  groups: readonly ResultGroup[];
  zone: string;
  mark: Mark | undefined;
  onMark: (mark: Mark | undefined) => void;
};

/** What operators made of it. */
export function ResultsPart({ parts, groups, ...rest }: ResultsPartProps) {
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

export type TranscriptPartProps = NoteActs & {
  parts: PanelParts;
  notes: readonly LineNote[];
  zone: string;
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
