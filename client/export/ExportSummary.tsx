import { Text } from "@mantine/core";
import { formatList } from "../format/list.ts";
import { formatTime } from "../format/time.ts";
import { t } from "../words/words.ts";
import classes from "./ExportDialog.module.css";
import type { ExportSubject, SubjectWords } from "./subject.ts";
import { sizeRemark, subjectSentence } from "./subject-words.ts";

function timeWords({ view, fields, window }: ExportSubject, range: string): string {
  if (!fields.roles.time) return t("exporting.facts.allTime");
  const [from, to] = [formatTime(window.from, view.zone), formatTime(window.to, view.zone)];
  return `${range} (${t("exporting.facts.between", { from, to })})`;
}

/** What exactly will leave: how much in one sentence, and the time range, filters and columns in words. */
export function ExportSummary({ subject, words }: { subject: ExportSubject; words: SubjectWords }) {
  const remark = sizeRemark(subject);
  const facts = [
    { name: t("exporting.facts.time"), text: timeWords(subject, words.range) },
    { name: t("exporting.facts.filters"), text: words.filters.join(" · ") || t("exporting.facts.noFilters") },
    { name: t("exporting.facts.columns"), text: formatList(subject.columns.map(({ label }) => label)) },
  ];
  return (
    <div className={classes.summary}>
      <Text fw={600} size="md">
        {subjectSentence(subject)}
      </Text>
      {remark && <Text size="xs">{remark}</Text>}
      <dl className={classes.facts}>
        {facts.map(({ name, text }) => (
          <div key={name} className={classes.fact}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
