import type { Finding, FindingKind } from "../../contract/findings.ts";
import type { Sentence } from "../../contract/messages/sentence.ts";
import { sentence } from "../messages/sentence.ts";
import { listExample, spellingExample, timeExample } from "./examples.ts";

type Values = { field: string; value: string; most: number; of: string };

const listSentences: Readonly<Record<string, "findingListTexts" | "findingListMembers">> = {
  texts: "findingListTexts",
  members: "findingListMembers",
};

const sentenceOf: Readonly<Record<FindingKind, (values: Values) => Sentence>> = {
  "page-size": ({ most, value }) =>
    value === "none" ? sentence("findingNoPageSize") : sentence("findingPageSize", { most }),
  "no-order": () => sentence("findingNoOrder"),
  "no-order-by": ({ field }) => sentence("findingNoOrderBy", { field }),
  "no-field": ({ field }) => sentence("findingNoField", { field }),
  "no-beside": ({ field, value }) => sentence("findingNoBeside", { field, other: value === "?" ? "any" : value }),
  "no-value": ({ field }) => sentence("findingNoValue", { field }),
  "no-filter": ({ field }) => sentence("findingNoFilter", { field }),
  "time-spelling": ({ value }) => sentence("findingTimeSpelling", { value: spellingExample(value) }),
  "needs-range": ({ field }) => sentence("findingNeedsRange", { field }),
  "no-properties": () => sentence("findingNoProperties"),
  "no-zone": () => sentence("findingNoZone"),
  "no-group-op": () => sentence("findingNoGroupOp"),
  "no-domain": () => sentence("findingNoDomain"),
  "no-in": () => sentence("findingNoIn"),
  "no-ne": () => sentence("findingNoNe"),
  values: ({ most }) => sentence("findingValues", { most }),
  dimensions: ({ most }) => sentence("findingDimensions", { most }),
  measures: ({ most }) => sentence("findingMeasures", { most }),
  "no-jobs": () => sentence("findingNoJobs"),
  key: ({ field, value }) => sentence("findingKey", { field, value }),
  "not-returned": ({ field }) => sentence("findingNotReturned", { field }),
  "time-cells": ({ field, value }) => sentence("findingTimeCells", { field, value: timeExample(value) }),
  grain: ({ field, value, of }) =>
    value === "none" ? sentence("findingNoGrain", { field, of }) : sentence("findingGrain", { field, of, value }),
  "list-cells": ({ field, value }) => sentence("findingListCells", { field, value: listExample(value) }),
  "own-zone": ({ field, value }) =>
    value === "UTC" ? sentence("findingOwnUtc", { field }) : sentence("findingOwnZone", { field, zone: value }),
  "open-zone": ({ field }) => sentence("findingOpenZone", { field }),
  "range-zone": ({ field, value }) => sentence("findingRangeZone", { field, zone: value }),
  "grain-ends": ({ field }) => sentence("findingGrainEnds", { field }),
  "list-filter": ({ field, value }) => sentence(listSentences[value] ?? "findingListNone", { field }),
  "value-spelling": ({ field, value }) => sentence("findingValueSpelling", { field, value }),
  "small-groups": ({ value }) => sentence("findingSmallGroups", { value }),
  "count-step": ({ most }) => sentence("findingCountStep", { most }),
  "count-cap": ({ most }) => sentence("findingCountCap", { most }),
  "count-noise": () => sentence("findingCountNoise"),
};

/** What was found out, and what Earshot does instead, for a person. */
export function findingSentence({ kind, field = "?", value = "?", most = 0, of = "?" }: Finding): Sentence {
  return sentenceOf[kind]({ field, value, most, of });
}
