import { type ReactNode, type RefObject, useState } from "react";
import { t } from "../words/words.ts";
import { MarkBar } from "./MarkBar.tsx";
import { PeoplePart, ResultsPart, TranscriptPart } from "./PanelSections.tsx";
import { Failed } from "./PartView.tsx";
import classes from "./panel.module.css";
import type { Mark } from "./Results.tsx";
import { Section } from "./Section.tsx";
import { SectionNav } from "./SectionNav.tsx";
import type { SectionName } from "./section-names.ts";
import type { PanelParts } from "./use-panel-parts.ts";

export type PanelBodyProps = {
  parts: PanelParts;
  operators: Readonly<Record<string, string>>;
  /** The fields of the conversation's row. */
  fields: ReactNode;
  zone: string;
  box: RefObject<HTMLDivElement | null>;
  /** The sections that are folded. They stay so from one conversation to the next. */
  folded: ReadonlySet<SectionName>;
  onFold: (name: SectionName, isFolded: boolean) => void;
};

/** The scrolled part of the panel. */
export function PanelBody({ parts, operators, fields, zone, box, folded, onFold }: PanelBodyProps) {
  const [mark, setMark] = useState<Mark>();
  const { whole, noFacts, sections, people, transcript, results, lines } = parts;

  function markLines(next: Mark | undefined): void {
    if (next) onFold("transcript", false);
    setMark(next);
  }

  const counts: Record<SectionName, number | undefined> = {
    fields: undefined,
    people: people.status === "ready" ? people.data.items.length : undefined,
    results: results.status === "ready" ? results.data.items.length : undefined,
    transcript: transcript.status === "ready" ? lines.length : undefined,
  };
  const contents = {
    fields,
    people: <PeoplePart parts={parts} />,
    results: <ResultsPart parts={parts} operators={operators} zone={zone} mark={mark} onMark={markLines} />,
    transcript: <TranscriptPart parts={parts} zone={zone} mark={mark} box={box} />,
  };
  const notice = whole ?? noFacts;
  return (
    <>
      {whole ? null : <SectionNav sections={sections} box={box} onOpen={(name) => onFold(name, false)} />}
      <div ref={box} className={classes.scroll}>
        <div>
          {notice ? (
            <div className={classes.notice}>
              <Failed {...notice} />
            </div>
          ) : null}
          {sections.map((name) => (
            <Section
              key={name}
              name={name}
              title={t(`detail.${name}`)}
              count={counts[name]}
              isOpen={!folded.has(name)}
              onToggle={() => onFold(name, !folded.has(name))}
            >
              {contents[name]}
            </Section>
          ))}
        </div>
      </div>
      <MarkBar mark={mark} onClear={() => setMark(undefined)} />
    </>
  );
}
