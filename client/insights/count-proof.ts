import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { checkCount } from "../../contract/checks.ts";
import type { FieldRoles } from "../../contract/fields.ts";
import { fetchAllPages } from "../api/all-pages.ts";
import { countRequest } from "../view/compile.ts";
import type { Window } from "../view/range.ts";
import { defaultView } from "../view/view.ts";
import { singleCount } from "./cube.ts";

/**
 * What is known of a count that was guessed by its type: `proven` where it equals the distinct ids of a small range,
 * `failed` where it does not, `open` while nobody knows. `none` where nothing was guessed.
 */
export type CountProof = "none" | "open" | "proven" | "failed";

/** The newest day, or less of it where a day has more conversations than a page. */
const spansMs = [86_400_000, 3_600_000, 300_000];
const onePage = 1000;

async function prove(fields: FieldRoles, at: number, signal: AbortSignal): Promise<CountProof> {
  const view = defaultView("UTC");
  const id = fields.roles.id?.field ?? "";
  const ask = (window: Window, dimensions: readonly string[]) =>
    fetchAllPages(countRequest(view, fields, window, dimensions, { kind: "all" }), signal, { mostPages: 1 });
  for (const span of spansMs) {
    const window = { from: at - span, to: at };
    const counted = singleCount((await ask(window, [])).rows, fields.roles);
    // No conversation proves nothing, and a shorter range has none either.
    if (counted === 0) return "open";
    if (counted > onePage) continue;
    const { rows, cut, told } = await ask(window, [id]);
    // Of ids that could not be read nobody knows how many they are.
    if (cut || told.lost > 0) continue;
    const found = new Set(rows.map((row) => row[id])).size;
    return checkCount(found, counted).kind === "agrees" ? "proven" : "failed";
  }
  return "open";
}

function proofQuery(fields: FieldRoles, at: number) {
  const { id, time, count } = fields.roles;
  return queryOptions({
    queryKey: ["count-proof", id?.field, time?.field, count?.field],
    queryFn: ({ signal }) => prove(fields, at, signal),
    enabled: count?.how === "type" && id !== undefined && time !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The fields without a count that proved wrong, and what is known of a guessed one. Asked for once, by `at`. */
export function useProvenFields(found: FieldRoles, at: number): { fields: FieldRoles; proof: CountProof } {
  const { data } = useQuery(proofQuery(found, at));
  const proof = found.roles.count?.how === "type" ? (data ?? "open") : "none";
  const fields = useMemo((): FieldRoles => {
    if (proof !== "failed") return found;
    const { count: _, ...roles } = found.roles;
    return { ...found, roles, missing: [...found.missing, "count"] };
  }, [found, proof]);
  return { fields, proof };
}
