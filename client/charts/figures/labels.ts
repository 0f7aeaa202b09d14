import { formatList } from "../../format/list.ts";
import { roleValueLabel, valueKey } from "../../format/values.ts";
import { type FilterRole, filterRoles, type View } from "../../view/view.ts";
import { t } from "../../words/words.ts";

/** So many values stand in a label; of more it only says that the view is filtered. */
const mostNamed = 2;

/** What a share is of: the values that the view is filtered by, apart from its own filter. Undefined where it is of all. */
function ofWhat(view: View, own: { role?: FilterRole; field?: string | undefined }): string | undefined {
  const others = filterRoles.filter((role) => role !== own.role);
  const more = view.more.filter(({ field }) => field !== own.field);
  const isNarrowed = others.some((role) => view.excluded[role].length > 0 || view.notSet.includes(role));
  const named = others.flatMap((role) => {
    const byKey = new Map(view.chosen[role].map((raw) => [valueKey(raw), roleValueLabel(role, raw)]));
    return [...byKey.values()];
  });
  if (named.length === 0 && more.length === 0 && !isNarrowed) return undefined;
  const isSaid = more.length === 0 && !isNarrowed && named.length <= mostNamed;
  return isSaid ? formatList(named) : t("figures.filtered");
}

/** `Negative share of Voice`. */
export function negativeLabel(view: View): string {
  const what = ofWhat(view, { role: "sentiment" });
  return what === undefined ? t("figures.negative") : t("figures.negativeOf", { what });
}

/** `AI share of Voice`. @param kind the field that says who answered. */
export function aiLabel(view: View, kind: string): string {
  const what = ofWhat(view, { field: kind });
  return what === undefined ? t("figures.ai") : t("figures.aiOf", { what });
}
