import { Anchor, VisuallyHidden } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { t } from "../words/words.ts";
import type { Fact } from "./facts.tsx";
import classes from "./head.module.css";

/** A longer summary is folded: the conversation itself is to be in sight. */
const mostCharacters = 420;

function cutAtWord(text: string): string {
  const cut = text.slice(0, mostCharacters);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), mostCharacters - 40)).trimEnd()}…`;
}

function SummaryText({ text }: { text: string }) {
  const [all, setAll] = useState(false);
  const isLong = text.length > mostCharacters + 60;
  return (
    <p className={classes.summary} dir="auto">
      {isLong && !all ? cutAtWord(text) : text}
      {isLong ? (
        <>
          {" "}
          <Anchor component="button" type="button" aria-expanded={all} onClick={() => setAll(!all)}>
            {t(all ? "detail.less" : "detail.more")}
          </Anchor>
        </>
      ) : null}
    </p>
  );
}

function FactsLine({ facts }: { facts: readonly Fact[] }) {
  return (
    <ul className={classes.facts} aria-label={t("detail.glance")}>
      {facts.map(({ key, label, value, isBare }) => (
        <li key={key}>
          {isBare ? <VisuallyHidden>{label}: </VisuallyHidden> : <span className={classes.factLabel}>{label} </span>}
          {value}
        </li>
      ))}
    </ul>
  );
}

function FactsList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.glance}>
      {facts.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type PanelHeadProps = {
  people: ReactNode;
  summary: string | undefined;
  facts: readonly Fact[];
  idLine: ReactNode;
  /** In a column of its own, with room for headings. */
  isApart: boolean;
};

/** Who it was with, what it was about, and how it went: what a person looks at before anything is read. */
export function PanelHead({ people, summary, facts, idLine, isApart }: PanelHeadProps) {
  if (!isApart) {
    return (
      <div className={classes.head}>
        {people}
        {summary === undefined ? null : <SummaryText text={summary} />}
        {facts.length > 0 ? <FactsLine facts={facts} /> : null}
        {idLine}
      </div>
    );
  }
  return (
    <div className={classes.head}>
      {summary === undefined ? null : (
        <>
          <h3>{t("detail.summary")}</h3>
          <SummaryText text={summary} />
        </>
      )}
      <h3>{t("detail.people")}</h3>
      {people}
      <h3>{t("detail.glance")}</h3>
      {facts.length > 0 ? <FactsList facts={facts} /> : null}
      {idLine}
    </div>
  );
}
