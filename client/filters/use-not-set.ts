import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FieldRoles } from "../../contract/fields.ts";
import { failureSentences } from "../insights/errors.ts";
import { type NotSetField, notSetQuery, tellsNotSet } from "../insights/not-set.ts";
import type { ValuesInUse } from "../view/more-values.ts";
import type { Pin } from "../view/pin.ts";
import { t } from "../words/words.ts";

/** The line “Not set” of a list. */
export type NotSetChoice = {
  count: number;
  chosen: boolean;
  /** Whether it is being found out if it can be asked for. */
  checking: boolean;
  /** Why it cannot. */
  problem: string | undefined;
  onToggle: () => void;
};

export type NotSetProps = {
  count: number;
  use: ValuesInUse;
  /** Undefined where not every value is known. */
  wanted: NotSetField | undefined;
  fields: FieldRoles;
  pin: Pin;
  onUse: (next: ValuesInUse) => void;
};

/**
 * “Not set” stands in the view as what is asked for: every value excluded. So its line is ticked where that is so, and
 * a value that comes up later is there to be seen.
 */
export function useNotSet({ count, use, wanted, fields, pin, onUse }: NotSetProps): NotSetChoice {
  const client = useQueryClient();
  const [checking, setChecking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const chosen =
    count > 0 &&
    use.chosen.length === 0 &&
    use.excluded.length > 0 &&
    (wanted?.values.every((value) => use.excluded.includes(value)) ?? false);

  async function find(): Promise<string | undefined> {
    if (!fields.roles.count) return t("filters.notSet.noCount");
    if (!wanted || wanted.values.length === 0) return t("filters.notSet.unknown");
    const counts = await client.fetchQuery(notSetQuery(wanted, fields, pin));
    return tellsNotSet(counts) ? undefined : t("filters.notSet.apart", counts);
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
    if (found === undefined) onUse({ chosen: [], excluded: [...(wanted?.values ?? [])] });
    else setProblem(found);
  }

  return { count, chosen, checking, problem, onToggle: () => void toggle() };
}
