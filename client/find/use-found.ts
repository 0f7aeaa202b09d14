import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { FieldRoles } from "../../contract/fields.ts";
import { cellMembers } from "../format/values.ts";
import { t } from "../words/words.ts";
import { actionGroups } from "./actions.ts";
import { numberGroup, rowGroup, type SearchRow, searchRows } from "./loaded-rows.tsx";
import { wantedOf } from "./match.ts";
import type { FindSubject } from "./option.ts";
import { readTyped, type Typed } from "./read-typed.ts";
import { type Found, useIds } from "./use-ids.ts";
import { exactGroup, searchValues, valueGroups } from "./values.tsx";

/** So many rows are looked at to see what the account calls a customer. */
const fewRows = 20;

/** Whether the account knows its customers by number or address: then a filter by them finds one. */
function isCustomersOwn(kind: Typed["kind"], rows: readonly SearchRow[], { roles }: FieldRoles): boolean {
  const field = roles.customer?.field;
  if (field === undefined) return false;
  return rows.slice(0, fewRows).some(({ row }) => cellMembers(row[field]).some((one) => readTyped(one).kind === kind));
}

/** A name of one letter is none, but where letters are words. */
function isName(text: string): boolean {
  return [...text].length > 1 || /\p{Script=Han}/u.test(text);
}

/**
 * All that is found by a text: without any call but for ids, of which Twilio is asked where they are.
 *
 * @param isSettled whether the text has stood still.
 */
export function useFound(subject: FindSubject, text: string, isSettled: boolean): Found {
  const client = useQueryClient();
  const { view, setView, fields, shown, columns, rows: held, facets, pin } = subject;
  // All that is searched is made ready anew only when a part of it is another.
  const rows = useMemo(() => searchRows({ rows: held, shown, fields, view }), [held, shown, fields, view]);
  const values = useMemo(
    () => searchValues({ view, setView, fields, shown, columns, rows: held, facets, pin }, client),
    [view, setView, fields, shown, columns, held, facets, pin, client],
  );
  const typed = useMemo(() => readTyped(text), [text]);
  const wanted = useMemo(() => wantedOf(typed.kind === "ids" ? "" : typed.text), [typed]);
  const ofIds = useIds(subject, typed, isSettled);
  const plain = useMemo((): Found => {
    if (typed.kind === "ids") return { groups: rowGroup(rows, wantedOf(text), subject), notices: [], isAsking: false };
    if (typed.text === "") return { groups: actionGroups(subject, []), notices: [t("find.hint")], isAsking: false };
    const isOdd = typed.kind !== "text" && !isCustomersOwn(typed.kind, rows, subject.fields);
    const inRows = typed.kind === "phone" ? numberGroup(rows, typed.text, subject) : rowGroup(rows, wanted, subject);
    const groups = [...valueGroups(values, wanted), ...inRows, ...actionGroups(subject, wanted)];
    const exact = isOdd || !isName(typed.text) ? [] : exactGroup(subject, typed.text);
    const notices = isOdd
      ? [
          t(typed.kind === "phone" ? "find.phone.title" : "find.email.title"),
          t(typed.kind === "phone" ? "find.phone.advice" : "find.email.advice"),
          ...(groups.length === 0 ? [t("find.rowsWithout", { count: rows.length })] : []),
        ]
      : groups.length === 0
        ? [t("find.none", { text: typed.text.slice(0, 60) })]
        : [];
    return { groups: [...groups, ...exact], notices, isAsking: false };
  }, [typed, text, wanted, rows, values, subject]);
  return ofIds ?? plain;
}
