import { IconTag, IconUser, IconWorldSearch } from "@tabler/icons-react";
import type { QueryClient } from "@tanstack/react-query";
import type { Row } from "../../contract/page.ts";
import { roles } from "../../contract/roles.ts";
import { cellMembers, roleValueLabel } from "../format/values.ts";
import { fieldValuesQuery } from "../insights/field-values.ts";
import { channelIcon } from "../ui/channel-icon.tsx";
import { chooseOnly, toggleChosen, withMore } from "../view/choose.ts";
import type { ViewColumn } from "../view/columns.ts";
import { moreInUse, toggleValue, withMoreInUse } from "../view/more-values.ts";
import { filterRoles, type View } from "../view/view.ts";
import { t } from "../words/words.ts";
import { best, type SearchWords } from "./match.ts";
import { type FindGroup, type FindOption, type FindSubject, groupOf, mostShown } from "./option.ts";

/** A value that conversations have, and what it is found by. */
type SearchValue = { isPerson: boolean; text: string; search: string; option: FindOption };

function isPersonal({ role }: ViewColumn): boolean {
  return role !== undefined && roles[role].personal;
}

/** The columns whose values are names or words, and that a filter can be made of, beside those of the counted roles. */
function namingColumns(columns: readonly ViewColumn[]): ViewColumn[] {
  return columns.filter(
    ({ kind, role, measure }) => kind === "text" && !measure && (role === undefined || roles[role].filter !== "none"),
  );
}

/** The view of one value of a field, and with that value beside the ones that are chosen. */
function viewsOf(view: View, field: string, value: string): { only: View; added: View } {
  const use = moreInUse(view, field);
  return {
    only: withMore(view, { kind: "values", field, values: [value], exclude: false }),
    added: use.chosen.includes(value) ? view : withMoreInUse(view, field, toggleValue(use, value)),
  };
}

/** What values are found in, and what they do. */
type ValuesSubject = Pick<FindSubject, "view" | "setView" | "fields" | "shown" | "columns" | "rows" | "facets" | "pin">;

/** The values of the roles that charts count. */
function countedValues({ facets, view, setView, columns }: ValuesSubject): SearchValue[] {
  return filterRoles.flatMap((role) => {
    const facet = facets[role];
    if (facet.status !== "ready") return [];
    const name = columns.find((column) => column.role === role)?.label ?? t(`view.roles.${role}`);
    const { entries, population } = facet.data;
    return entries.map(({ key, spellings, count }): SearchValue => {
      const text = roleValueLabel(role, spellings[0] ?? key);
      const isChosen = spellings.some((one) => view.chosen[role].includes(one));
      const option: FindOption = {
        key: `value ${role} ${key}`,
        icon: (role === "channel" && channelIcon(key)) || <IconTag size="1rem" aria-hidden />,
        text,
        of: "data",
        end: population.kind === "all" ? t("find.matching", { count, name }) : t("find.loaded", { count, name }),
        run: () => setView(chooseOnly(view, role, spellings)),
        add: () => setView(isChosen ? view : toggleChosen(view, role, spellings)),
      };
      return { isPerson: false, text, search: [text, ...spellings].join("\n"), option };
    });
  });
}

/** How many of some rows have each value of a field. */
function countIn(rows: readonly Row[], field: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const value of new Set(cellMembers(row[field]))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/**
 * The values of a field that are known without asking: those that were counted for a filter's list, and those of the
 * loaded rows. A text that only one of these has is the row's own, and found with it; a person is one with a single row, too.
 */
function fieldValues(column: ViewColumn, subject: ValuesSubject, client: QueryClient): SearchValue[] {
  const { view, fields, pin, rows, shown, setView } = subject;
  const { field, label: name } = column;
  const asked = client.getQueryData(fieldValuesQuery(view, fields, pin, field).queryKey);
  const counted = new Map(asked?.values.map(({ value, count }) => [value, count]));
  const isShown = shown.some((one) => one.field === field) && !rows.isUpdating;
  const held = isShown ? rows.index.slice(rows.index.first, rows.index.count) : [];
  const isPerson = isPersonal(column);
  const loaded = [...countIn(held, field)].filter(([value, count]) => !counted.has(value) && (isPerson || count > 1));
  const value = (text: string, end: string): SearchValue => {
    const { only, added } = viewsOf(view, field, text);
    const icon = isPerson ? <IconUser size="1rem" aria-hidden /> : <IconTag size="1rem" aria-hidden />;
    const acts = { run: () => setView(only), add: () => setView(added) };
    return {
      isPerson,
      text,
      search: text,
      option: { key: `value ${field} ${text}`, icon, text, of: "data", end, ...acts },
    };
  };
  return [
    ...[...counted].map(([text, count]) => value(text, t("find.matching", { count, name }))),
    ...loaded.map(([text, count]) => value(text, t("find.loaded", { count, name }))),
  ];
}

/** So many fields are gone through: each costs a look, and nobody has asked for the values of more. */
const mostFields = 100;

/** Every value that is known without asking. */
export function searchValues(subject: ValuesSubject, client: QueryClient): SearchValue[] {
  const fields = namingColumns(subject.columns).slice(0, mostFields);
  return [...countedValues(subject), ...fields.flatMap((column) => fieldValues(column, subject, client))];
}

/** The known values that have all of the words. */
export function valueGroups(all: readonly SearchValue[], wanted: SearchWords): FindGroup[] {
  if (wanted.length === 0) return [];
  return [false, true].flatMap((isPerson) => {
    const own = all.filter((one) => one.isPerson === isPerson);
    const found = best(own, ({ search }) => search, wanted, mostShown);
    const options = found.items.map(({ option }) => option);
    return groupOf(
      isPerson ? "people" : "values",
      t(`find.groups.${isPerson ? "people" : "values"}`),
      options,
      found.all,
    );
  });
}

/** So many fields are offered to ask Twilio for a typed text in, those of people before others. */
const mostExact = 4;

/** The fields to ask for a typed text in: those of people, and others that are columns. */
export function exactGroup({ columns, shown, view, setView }: FindSubject, value: string): FindGroup[] {
  const naming = namingColumns(columns);
  const asked = [
    ...naming.filter(isPersonal),
    ...naming.filter((one) => !isPersonal(one) && shown.some(({ field }) => field === one.field)),
  ].slice(0, mostExact);
  const options = asked.map(({ field, label }): FindOption => {
    const { only, added } = viewsOf(view, field, value);
    return {
      key: `exact ${field}`,
      icon: <IconWorldSearch size="1rem" aria-hidden />,
      text: t("find.exact", { value }),
      of: "words",
      end: label,
      run: () => setView(only),
      add: () => setView(added),
    };
  });
  return groupOf("exact", t("find.groups.exact"), options);
}
