import { type ReactNode, type RefObject, useMemo, useState } from "react";
import type { ConversationDetail } from "../../contract/detail.ts";
import { t } from "../words/words.ts";
import { factsOf } from "./facts.tsx";
import { MarkBar } from "./MarkBar.tsx";
import { notesOf } from "./notes.ts";
import { groupResults } from "./operator-results.ts";
import { PanelHead } from "./PanelHead.tsx";
import { PeoplePart, ResultsPart, TranscriptPart } from "./PanelSections.tsx";
import { Failed } from "./PartView.tsx";
import type { Everyone } from "./People.tsx";
import classes from "./panel.module.css";
import { RawJson } from "./RawJson.tsx";
import type { Mark } from "./Results.tsx";
import { OpenSection, Section } from "./Section.tsx";
import { SectionNav } from "./SectionNav.tsx";
import { type SectionName, sectionNames } from "./section-names.ts";
import { summaryOf } from "./summary.ts";
import type { PanelParts } from "./use-panel-parts.ts";
import type { SectionPlace } from "./use-section.ts";

/** Whether a section was unfolded (true) or folded. */
export type Folds = Readonly<Partial<Record<SectionName, boolean>>>;

export type PanelBodyProps = {
  parts: PanelParts;
  detail: ConversationDetail | undefined;
  everyone: Everyone;
  /** The fields of the conversation's row, and how many they are. */
  fields: ReactNode;
  fieldCount: number | undefined;
  fieldsFailed: boolean;
  idLine: ReactNode;
  zone: string;
  box: RefObject<HTMLDivElement | null>;
  /** What a person folded and unfolded. It stays so from one conversation to the next. */
  folds: Folds;
  onFold: (name: SectionName, isFolded: boolean) => void;
  place: SectionPlace;
  isReading: boolean;
};

/**
 * Whether a section is unfolded: as a person has it; else where it is all there is, and where it failed, which must not
 * be hidden. What was unfolded by a failure stays so when it is mended.
 */
function useOpen(folds: Folds, failed: Folds, isAlone: boolean): (name: SectionName) => boolean {
  const [shown, setShown] = useState<Folds>({});
  const later = sectionNames.find((name) => failed[name] && !shown[name]);
  if (later) setShown({ ...shown, [later]: true });
  return (name) => folds[name] ?? ((isAlone && name !== "raw") || failed[name] || shown[name] || false);
}

const none: Readonly<Record<string, string>> = {};

/** What operators made of the conversation: by operator, as a summary, and beside the lines. */
function useFindings({ results, lines }: PanelParts, operators: Readonly<Record<string, string>>) {
  const items = results.status === "ready" ? results.data.items : undefined;
  const groups = useMemo(() => groupResults(items ?? [], operators, t("detail.unnamedOperator")), [items, operators]);
  return useMemo(() => {
    const summary = summaryOf(groups);
    // What the head says is not said again beside the lines.
    const others = groups.filter(({ key }) => key !== summary?.key);
    return { groups, summary: summary?.text, notes: notesOf(others, lines) };
  }, [groups, lines]);
}

/** What stands below the panel's title: the head, and its sections beneath or, to be read, beside one another. */
export function PanelBody(props: PanelBodyProps) {
  const {
    parts,
    detail,
    everyone,
    fields,
    fieldCount,
    fieldsFailed,
    idLine,
    zone,
    box,
    folds,
    onFold,
    place,
    isReading,
  } = props;
  const [mark, setMark] = useState<Mark>();
  const { whole, noFacts, sections, results, transcript, lines } = parts;
  const { groups, summary, notes } = useFindings(parts, detail?.operators ?? none);

  const isOpen = useOpen(folds, { results: results.status === "failed", fields: fieldsFailed }, whole !== undefined);
  const counts: Readonly<Record<SectionName, number | undefined>> = {
    raw: undefined,
    fields: fieldCount,
    results: results.status === "ready" ? results.data.items.length : undefined,
    transcript: transcript.status === "ready" ? lines.length : undefined,
  };
  const acts = { mark, onMark: setMark, onWhole: () => place.jump("results") };
  const contents = {
    transcript: <TranscriptPart parts={parts} notes={notes} zone={zone} box={box} {...acts} />,
    results: <ResultsPart parts={parts} groups={groups} zone={zone} mark={mark} onMark={setMark} />,
    fields,
    raw: <RawJson row={everyone.row} detail={detail} />,
  };
  const notice = whole ?? noFacts;
  const drawn = (name: SectionName) =>
    name === "transcript" ? (
      <OpenSection key={name} name={name} title={t("detail.transcript")}>
        {contents[name]}
      </OpenSection>
    ) : (
      <Section
        key={name}
        name={name}
        title={t(`detail.${name}`)}
        count={counts[name]}
        isOpen={isOpen(name)}
        onToggle={() => onFold(name, isOpen(name))}
      >
        {contents[name]}
      </Section>
    );
  const head = (
    <PanelHead
      people={<PeoplePart parts={parts} everyone={everyone} />}
      summary={summary}
      facts={factsOf({ ...everyone, facts: parts.facts, groups, zone })}
      idLine={idLine}
      isApart={isReading}
    />
  );
  const failed = notice ? (
    <div className={classes.notice}>
      <Failed {...notice} />
    </div>
  ) : null;
  const bar = <MarkBar mark={mark} onClear={() => setMark(undefined)} />;
  if (isReading) {
    return (
      <>
        <div className={classes.spread}>
          <div className={classes.side}>
            {head}
            {sections.filter((name) => name !== "transcript").map(drawn)}
          </div>
          <div ref={box} className={classes.scroll} data-box>
            <div className={classes.page}>
              {failed}
              {sections.filter((name) => name === "transcript").map(drawn)}
            </div>
          </div>
        </div>
        {bar}
      </>
    );
  }
  return (
    <>
      <div ref={box} className={classes.scroll} data-box {...place.boxProps}>
        <div>
          {failed}
          {head}
          {whole ? null : (
            <SectionNav sections={sections} counts={counts} current={place.current} onJump={place.jump} />
          )}
          {sections.map(drawn)}
        </div>
      </div>
      {bar}
    </>
  );
}
