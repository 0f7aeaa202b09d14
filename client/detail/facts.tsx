import type { ReactNode } from "react";
import type { ConversationFacts } from "../../contract/detail.ts";
import { fieldWords } from "../../contract/field-words.ts";
import type { Row } from "../../contract/page.ts";
import type { ColumnRole } from "../../contract/roles.ts";
import { asSentiment } from "../format/sentiment.ts";
import { formatTime, parseTime } from "../format/time.ts";
import { cellMembers, languageLabel } from "../format/values.ts";
import { byPlace } from "../ui/by-place.ts";
import { headingOf, type ViewColumn } from "../view/columns.ts";
import { t } from "../words/words.ts";
import { Channel, FieldValue, Label } from "./FieldValue.tsx";
import type { ResultGroup } from "./operator-results.ts";
import { payloadOf } from "./payload.ts";

/** One fact of the conversation. `isBare` where the value says by itself what it is. */
export type Fact = { key: string; label: string; value: ReactNode; isBare: boolean };

type Known = {
  row: Row | undefined;
  columns: readonly ViewColumn[];
  facts: ConversationFacts | undefined;
  groups: readonly ResultGroup[];
  zone: string;
};

function several(texts: readonly string[], draw: (text: string) => ReactNode): ReactNode {
  return byPlace(texts, (text, place) => (
    <>
      {place > 0 ? ", " : null}
      {draw(text)}
    </>
  ));
}

/** The members of the cell of a role's field; none where the row does not have it. */
function membersOf(role: ColumnRole, { row, columns }: Known): string[] {
  const column = columns.find((one) => one.role === role);
  return cellMembers(column && row?.[column.field]);
}

function sentimentFact(known: Known): Fact[] {
  const label = t("view.columns.sentiment");
  // Accounts whose sentiment stands beside no other field of a row have it as an operator's label.
  const labels = known.groups.flatMap(({ newest }) => {
    const payload = payloadOf(newest.result);
    return payload.kind === "label" && asSentiment(payload.label) ? [payload.label] : [];
  });
  const own = membersOf("sentiment", known);
  const members = own.length > 0 ? own : labels.slice(0, 1);
  if (members.length === 0) return [];
  return [{ key: "sentiment", label, value: several(members, (one) => <Label label={one} />), isBare: true }];
}

function channelFact(known: Known): Fact[] {
  const own = membersOf("channel", known);
  const channels = own.length > 0 ? own : (known.facts?.channels ?? []);
  if (channels.length === 0) return [];
  const value = several(channels, (one) => <Channel channel={one} />);
  return [{ key: "channel", label: t("view.columns.channel"), value, isBare: true }];
}

function languageFact(known: Known): Fact[] {
  const tags = membersOf("language", known);
  if (tags.length === 0) return [];
  const value = several(tags, (one) => <span title={one}>{languageLabel(one)}</span>);
  return [{ key: "language", label: t("view.columns.language"), value, isBare: true }];
}

/** A length of time as the row has it, of a field that says its unit. */
function lengthFact(key: string, column: ViewColumn | undefined, { row, zone }: Known): Fact[] {
  if (!column || cellMembers(row?.[column.field]).length === 0) return [];
  const shown = { ...column, kind: column.unit ? ("duration" as const) : column.kind };
  const value = <FieldValue column={shown} value={row?.[column.field]} zone={zone} />;
  return [{ key, label: headingOf(shown), value, isBare: false }];
}

function isWait({ field, role, kind, unit }: ViewColumn): boolean {
  return role === undefined && unit !== undefined && kind === "number" && /\bwait(ing|ed)?\b/.test(fieldWords(field));
}

function timeFact({ row, columns, facts, zone }: Known): Fact[] {
  const at = parseTime(facts?.createdAt, "UTC");
  const column = columns.find(({ role }) => role === "time");
  const label = t("view.columns.time");
  if (at !== undefined) {
    const instant = new Date(at).toISOString();
    const value = (
      <time dateTime={instant} title={instant}>
        {formatTime(at, zone)}
      </time>
    );
    return [{ key: "time", label, value, isBare: true }];
  }
  if (!column || cellMembers(row?.[column.field]).length === 0) return [];
  const value = <FieldValue column={column} value={row?.[column.field]} zone={zone} />;
  return [{ key: "time", label, value, isBare: true }];
}

/** What is known of the conversation at a glance, without any further call: from its row, and from what was loaded of it. */
export function factsOf(known: Known): Fact[] {
  const { columns } = known;
  return [
    ...sentimentFact(known),
    ...channelFact(known),
    ...languageFact(known),
    ...lengthFact(
      "duration",
      columns.find(({ role }) => role === "duration"),
      known,
    ),
    ...lengthFact("wait", columns.find(isWait), known),
    ...timeFact(known),
  ];
}
