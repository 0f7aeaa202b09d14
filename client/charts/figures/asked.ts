import type { KeyFields, KeyMeasure } from "../../../contract/key-figures.ts";
import { formatDecimal } from "../../format/decimal.ts";
import { exactDuration, formatDuration } from "../../format/duration.ts";
import { formatShare } from "../../format/numbers.ts";
import { moreInUse } from "../../view/more-values.ts";
import { withLens, withSort } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { valueFilter } from "../explore/value-filter.ts";
import { measureChange, shareChange } from "./change.ts";
import type { Counted } from "./counted.ts";
import { aiLabel } from "./labels.ts";
import { heldAgainst, notCompared, type Previous } from "./previous.ts";
import { type AiShare, type Measured, readAi, readMeasured, readTotal } from "./read.ts";
import { kindFilterOf } from "./requests.ts";
import type { FiguresSetting, KeyFigure } from "./setting.ts";
import type { KeyAnswers } from "./use-key-answers.ts";

/** A figure without its value, which is on its way. */
type Waiting = Pick<KeyFigure, "value" | "waitsFor" | "change" | "line">;
const waiting: Waiting = { value: undefined, waitsFor: "later", change: undefined, line: [] };

/** The share of AI now: counted by who answered, or, where the view is of AI alone, the view among all. */
function aiNow(setting: FiguresSetting, key: KeyFields, answers: KeyAnswers, count: number): AiShare | undefined {
  const { view, fields } = setting;
  const { data } = answers.own.split;
  if (!data || key.agentKind === undefined) return undefined;
  if (kindFilterOf(view, key.agentKind) === "none") return readAi(data, fields, key, count);
  const of = readTotal(data, fields);
  const spellings = moreInUse(view, key.agentKind).chosen;
  return of === undefined || count > of ? undefined : { part: count, of, spellings };
}

/** The share of conversations that an AI answered; a click filters by them. */
export function aiFigure(
  setting: FiguresSetting,
  key: KeyFields,
  answers: KeyAnswers,
  { counted, previous, mayAsk }: { counted: Counted; previous: Previous; mayAsk: boolean },
): KeyFigure[] {
  const { view, setView, fields, columns } = setting;
  const { agentKind } = key;
  const filter = kindFilterOf(view, agentKind);
  if (agentKind === undefined || filter === "other" || counted.status === "none" || !fields.roles.count) return [];
  const { settled, data } = answers.own.split;
  const count = counted.status === "known" && !counted.updating ? counted.count : undefined;
  const now = count === undefined ? undefined : aiNow(setting, key, answers, count);
  const isOut = count === undefined ? false : settled && now === undefined;
  if (isOut || (!mayAsk && data === undefined)) return [];
  const figure = { name: "ai", label: aiLabel(view, agentKind), title: [], onPress: undefined, ...waiting } as const;
  if (!now) return [figure];
  const pressed = filter === "ai";
  const use = valueFilter(agentKind, { view, onView: setView, columns, fields });
  const compared = pressed
    ? notCompared(t("figures.notFiltered"))
    : heldAgainst(previous.ai, previous, (before) => shareChange(now, before, false));
  return [
    {
      ...figure,
      value: formatShare(now.part, now.of),
      change: now.of > 0 ? compared.change : undefined,
      title: [
        t("figures.share", { part: now.part, of: now.of }),
        ...compared.said,
        ...(use ? [t(pressed ? "figures.clear" : "figures.toAi")] : []),
      ],
      onPress: use && now.spellings.length > 0 ? () => use.onToggle(now.spellings) : undefined,
      pressed,
    },
  ];
}

type MeasureName = Extract<KeyFigure["name"], "duration" | "wait">;
const sortWords = { duration: "figures.toDuration", wait: "figures.toWait" } as const;

function written({ text, value }: Measured, unit: KeyMeasure["unit"]): string {
  const rounded = formatDecimal(String(Math.round(value * 100) / 100));
  return (unit && formatDuration(text, unit)) ?? rounded;
}

/** A measure of the whole window; a click sorts the list so that the longest comes first. */
export function measureFigure(
  name: MeasureName,
  measure: KeyMeasure | undefined,
  setting: FiguresSetting,
  answers: KeyAnswers,
  { previous, mayAsk }: { previous: Previous; mayAsk: boolean },
): KeyFigure[] {
  const { settled, data } = answers.own.whole;
  if (!measure || (!mayAsk && data === undefined)) return [];
  const { view, setView, selectable } = setting;
  const { field, unit, sortBy } = measure;
  const now = readMeasured(data, field);
  if (settled && !now) return [];
  const figure = { name, label: t(`figures.${name}`), title: [], onPress: undefined, ...waiting } as const;
  if (!now) return [figure];
  const isSortable = selectable.some((column) => column.field === sortBy && column.sortable);
  const compared = heldAgainst(previous[name], previous, (before) => measureChange(now, before, unit));
  const exact = unit ? exactDuration(now.text, unit) : formatDecimal(now.text);
  return [
    {
      ...figure,
      value: written(now, unit),
      change: compared.change,
      title: [t("figures.exact", { number: exact }), ...compared.said, ...(isSortable ? [t(sortWords[name])] : [])],
      onPress: isSortable
        ? () => setView(withLens(withSort(view, { field: sortBy, direction: "DESC" }), "conversations"))
        : undefined,
    },
  ];
}
