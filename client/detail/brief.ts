import { formatDecimal } from "../format/decimal.ts";
import { formatList } from "../format/list.ts";
import { valueLabel } from "../format/values.ts";
import { t } from "../words/words.ts";
import type { NamedResult } from "./operator-results.ts";
import { type Payload, payloadOf } from "./payload.ts";

/** What a result says in a line or three. `isWhole` is false where the section of the results has more. */
export type Brief = { text: string; isWhole: boolean };

const longest = 140;
const mostParts = 4;

function cut(text: string, isWhole = true): Brief {
  const characters = [...text];
  if (characters.length <= longest) return { text, isWhole };
  return {
    text: `${characters
      .slice(0, longest - 1)
      .join("")
      .trimEnd()}…`,
    isWhole: false,
  };
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === "number") return formatDecimal(String(value));
  if (typeof value === "string") return valueLabel(value);
  return typeof value === "boolean" ? String(value) : undefined;
}

function partText(value: unknown): string | undefined {
  if (!Array.isArray(value)) return scalarText(value);
  const members = value.map(scalarText);
  return members.every((member) => member !== undefined) ? formatList(members) || "–" : undefined;
}

/** An object's plain members: `Score: 96 · Missed: farewell`. */
function partsOf(result: unknown): Brief | undefined {
  if (typeof result !== "object" || result === null || Array.isArray(result)) return undefined;
  const entries = Object.entries(result);
  const told = entries.flatMap(([name, value]) => {
    const text = partText(value);
    return text === undefined ? [] : [t("detail.notes.part", { name: valueLabel(name), value: text })];
  });
  if (told.length === 0) return undefined;
  return cut(told.slice(0, mostParts).join(" · "), told.length === entries.length && told.length <= mostParts);
}

function briefOfPayload(payload: Payload, result: unknown): Brief {
  switch (payload.kind) {
    case "none":
      return { text: t("detail.noResult"), isWhole: true };
    case "refusal":
      return { text: t("detail.refused"), isWhole: false };
    case "label":
      return cut(valueLabel(payload.label));
    case "text":
      return cut(payload.text);
    case "entities": {
      const texts = payload.entities.map(({ text }) => text);
      return texts.length === 0 ? { text: t("detail.noEntities"), isWhole: true } : cut(formatList(texts), false);
    }
    case "fields":
    case "json":
      return (
        partsOf(result) ?? {
          text: t("detail.json", { count: payload.kind === "json" ? payload.lines : 1 }),
          isWhole: false,
        }
      );
  }
}

/** A result in brief, to stand beside the lines that it is about. */
export function briefOf({ result }: Pick<NamedResult, "result">): Brief {
  return briefOfPayload(payloadOf(result), result.result);
}
