import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FieldRoles } from "../../../contract/fields.ts";
import { failureSentences } from "../../api/errors.ts";
import { type NotSetField, notSetQuery, tellsNotSet } from "../../insights/not-set.ts";
import type { ValuesInUse } from "../../view/more-values.ts";
import type { Pin } from "../../view/pin.ts";
import { t } from "../../words/words.ts";

/** The line “Not set” of a list. */
export type NotSetChoice = {
  /** How many conversations it is; undefined where that is not known. */
  count: number | undefined;
  chosen: boolean;
  /** Whether it is being found out if it can be asked for. */
  checking: boolean;
  /** Why it cannot. */
  problem: string | undefined;
  onToggle: () => void;
};

export type NotSetProps = Pick<NotSetChoice, "count"> & {
  /** Whether they may have a value that is in a row that could not be read. */
  unknown?: boolean | undefined;
  use: ValuesInUse;
  wanted: NotSetField | undefined;
  fields: FieldRoles;
  pin: Pin;
  onUse: (next: ValuesInUse) => void;
};

/** Whether every value that is known is excluded, and no other filter on the field is there. */
function excludesAll({ chosen, excluded }: ValuesInUse, values: readonly string[] = []): boolean {
  return chosen.length === 0 && excluded.length > 0 && values.every((value) => excluded.includes(value));
}

/**
 * “Not set” stands in the view as what is asked for: every value excluded, where that finds it, so that a value that
 * comes up later is there to be seen; else as a wish of its own, which the server fulfils from the rows.
 */
export function useNotSet({ count, use, wanted, fields, pin, onUse }: NotSetProps): NotSetChoice {
  const client = useQueryClient();
  const [checking, setChecking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const chosen =
    use.notSet === true || (count !== 0 && wanted?.values !== undefined && excludesAll(use, wanted.values));

  /** What to put into the view, or why nothing can be. */
  async function find(): Promise<ValuesInUse | string> {
    if (!fields.roles.count || !wanted) return t("facetPanel.notSet.noCount");
    const { values = [] } = wanted;
    if (values.length > 0) {
      // What is refused or held up this way may still be found by the rows.
      const counts = await client.fetchQuery(notSetQuery(wanted, "excluding", fields, pin)).catch(() => undefined);
      if (counts && tellsNotSet(counts)) return { chosen: [], excluded: values };
    }
    const counts = await client.fetchQuery(notSetQuery(wanted, "rows", fields, pin));
    return tellsNotSet(counts) ? { chosen: [], excluded: [], notSet: true } : t("facetPanel.notSet.apart", counts);
  }

  async function toggle(): Promise<void> {
    if (checking) return;
    setProblem(undefined);
    if (chosen) {
      onUse({ chosen: [], excluded: [] });
      return;
    }
    setChecking(true);
    const found = await find().catch((error: unknown) => failureSentences(error));
    setChecking(false);
    if (typeof found === "string") setProblem(found);
    else onUse(found);
  }

  return { count, chosen, checking, problem, onToggle: () => void toggle() };
}
