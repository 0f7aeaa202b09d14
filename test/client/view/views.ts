import fc from "fast-check";
import { addMore } from "../../../client/view/choose.ts";
import {
  agentFigures,
  calendarPeriods,
  cardNames,
  exploreLooks,
  exploreTops,
  filterRoles,
  lenses,
  type MoreFilter,
  type TimeRange,
  type View,
  withCards,
} from "../../../client/view/view.ts";
import { conversationIdPattern } from "../../../contract/conversation-id.ts";

export const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kathmandu",
  "Pacific/Kiritimati",
  "Australia/Lord_Howe",
  "Africa/Cairo",
] as const;

export const anyZone = fc.constantFrom(...zones);

/** Text of any characters, the signs of an address among them, without lone surrogates, which no address can hold. */
export const anyText = fc.oneof(
  fc.string({ minLength: 1, unit: "grapheme" }),
  fc.string({ minLength: 1, unit: "binary" }).map((text) => text.replace(/\p{Cs}/gu, "\ufffd")),
  fc.string({ minLength: 1, unit: fc.constantFrom(..."&=+%#?,;:/ \\'\"\n\t\u2028é😀") }),
);

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}

const anyDate = fc
  .tuple(fc.integer({ min: 2015, max: 2024 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);

const anyWallTime = fc.oneof(
  anyDate,
  fc
    .tuple(anyDate, fc.nat({ max: 23 }), fc.nat({ max: 59 }))
    .map(([date, hour, minute]) => `${date}T${pad(hour, 2)}:${pad(minute, 2)}`),
  fc
    .tuple(anyDate, fc.nat({ max: 86_399_999 }))
    .map(([date, ms]) => `${date}T${new Date(ms).toISOString().slice(11, 23)}`),
);

const anyFixed = fc.tuple(anyWallTime, anyWallTime).chain(([one, other]): fc.Arbitrary<TimeRange> => {
  const [from, to] = one < other ? [one, other] : [other, one];
  const isEmpty = to.includes("T") && (from.includes("T") ? from : `${from}T00:00`) >= to;
  return fc.constant({ kind: "fixed", from, to: isEmpty ? to.slice(0, 10) : to });
});

export const anyRange: fc.Arbitrary<TimeRange> = fc.oneof(
  fc.integer({ min: 1, max: 3660 }).map((amount): TimeRange => ({ kind: "relative", amount, unit: "day" })),
  fc.integer({ min: 1, max: 8784 }).map((amount): TimeRange => ({ kind: "relative", amount, unit: "hour" })),
  fc.constantFrom(...calendarPeriods).map((period): TimeRange => ({ kind: "calendar", period })),
  anyFixed,
);

const anyValues = fc.uniqueArray(anyText, { maxLength: 4 });

const anyChosen = fc.record({ channel: anyValues, language: anyValues, sentiment: anyValues, status: anyValues });

/** A value is chosen or left out, never both; and no value at all is wanted only where neither is. */
const anyChoice = fc.tuple(anyChosen, anyChosen, fc.subarray([...filterRoles])).map(([wanted, others, notSet]) => {
  const [chosen, excluded] = [{ ...wanted }, { ...others }];
  for (const role of filterRoles) excluded[role] = others[role].filter((value) => !chosen[role].includes(value));
  for (const role of notSet) [chosen[role], excluded[role]] = [[], []];
  return { chosen, excluded, notSet };
});

const anyEnd = fc.option(
  fc.oneof(
    fc.bigInt().map(String),
    fc.tuple(fc.bigInt(), fc.stringMatching(/^\d{1,150}$/)).map((parts) => parts.join(".")),
    fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2999-01-01") }).map((one) => one.toISOString()),
  ),
  { nil: undefined },
);
const anyMoreFilter: fc.Arbitrary<MoreFilter> = fc.oneof(
  fc.record({ kind: fc.constant("values" as const), field: anyText, values: anyValues, exclude: fc.boolean() }),
  fc.record({ kind: fc.constant("notSet" as const), field: anyText }),
  fc.record({ kind: fc.constant("range" as const), field: anyText, from: anyEnd, to: anyEnd }),
);
const anyMore = fc.array(anyMoreFilter, { maxLength: 4 }).map((filters) => filters.reduce<MoreFilter[]>(addMore, []));

const anyPlain = fc.record({
  range: anyRange,
  zone: anyZone,
  more: anyMore,
  compare: fc.boolean(),
  explore: fc.option(
    fc.record(
      {
        measure: anyText,
        dimension: anyText,
        split: anyText,
        look: fc.constantFrom(...exploreLooks),
        top: fc.constantFrom(...exploreTops),
      },
      { requiredKeys: ["measure", "dimension"] },
    ),
    { nil: undefined },
  ),
  agents: fc.record({
    by: fc.constantFrom("agent", "kind"),
    sort: fc.constantFrom(...agentFigures),
    direction: fc.constantFrom("ASC", "DESC"),
  }),
  lens: fc.constantFrom(...lenses),
  cards: fc.option(fc.shuffledSubarray([...cardNames], { minLength: 1 }), { nil: undefined }),
  open: fc.option(fc.stringMatching(conversationIdPattern), { nil: undefined }),
  reading: fc.boolean(),
  sort: fc.option(fc.record({ field: anyText, direction: fc.constantFrom("ASC", "DESC") }), { nil: undefined }),
  columns: fc.option(fc.uniqueArray(anyText, { minLength: 1, maxLength: 5 }), { nil: undefined }),
});

export const anyView: fc.Arbitrary<View> = fc
  .tuple(anyChoice, anyPlain)
  .map(([choice, plain]) =>
    withCards({ ...plain, ...choice, reading: plain.reading && plain.open !== undefined }, plain.cards),
  );
