import { type DurationUnit, durationUnitOf, durationUnits, unitInName } from "../../contract/durations.ts";
import { isNumberType, isTimeType } from "../../contract/field-types.ts";
import { fieldLabel, fieldWords, grains, type KnownGrains, splitGrain } from "../../contract/field-words.ts";
import { type FieldRoles, standsApart } from "../../contract/fields.ts";
import type { Metadata } from "../../contract/metadata.ts";
import type { CellKind } from "../../contract/roles/role.ts";
import { type ColumnRole, columnRoles, roles as roleRecords } from "../../contract/roles.ts";
import { unitSymbol } from "../format/duration.ts";
import { t } from "../words/words.ts";
import { isCalendarGrain } from "./asked-zone.ts";
import type { View } from "./view.ts";

/** A dimension or measure as a column of the table and of the export. */
export type ViewColumn = {
  field: string;
  label: string;
  /** How its cells are read and drawn. */
  kind: CellKind;
  sortable: boolean;
  /** The role that its field plays. */
  role?: ColumnRole;
  description?: string;
  /** The unit of its numbers, where the account says one: of a duration, or where its label does not say it already. */
  unit?: DurationUnit;
  /** Whether it is a measure: beside the id, a number of each conversation. */
  measure?: true;
  /** Whether its times are days or longer stretches of the calendar. */
  calendar?: true;
  /** Whether Twilio left it out of every row of the list. */
  notReturned?: true;
  /** The field that says of which kind its value is, asked for with it: whether an agent is a person. */
  kindField?: string;
  /** Where nobody chose columns: the width of the list from which it is shown, see `RoleColumn.usual`. */
  from?: number;
  /** Whether the list is so narrow that of several values one is shown, and how many more there are. */
  isTight?: true;
  /** In tall rows, the column that stands under it in its cells. */
  under?: ViewColumn;
};

/** The unit that an account's words say a number is in: `Duration in seconds`, not `messages in the first 30 seconds`. */
export function unitOf(name: string, description: string | null | undefined): DurationUnit | undefined {
  const said = /\bin (\w+)\.?$/i.exec(description?.trim() ?? "")?.[1]?.toLowerCase();
  const unit = durationUnits.find((one) => one === said);
  return unit && !fieldWords(name).split(" ").includes(unit) ? unit : undefined;
}

/** A column's label with the unit of its numbers, for whoever reads or writes them without it: `Duration (s)`. */
export function labelInUnit({ label, unit }: { label: string; unit?: DurationUnit | undefined }): string {
  return unit ? t("view.inUnit", { label, unit: unitSymbol(unit) }) : label;
}

/** What a filter on a field is called: by the role's words where it plays one, else by the account's. */
export function filterName(field: string, columns: readonly ViewColumn[]): string {
  const column = columns.find((one) => one.role !== undefined && one.field === field);
  return column ? labelInUnit(column) : fieldLabel(field);
}

/** Whether its cells are numbers, which stand under one another by their ends. */
export function isNumeric({ kind }: Pick<ViewColumn, "kind">): boolean {
  return kind === "number" || kind === "duration";
}

/** A column's label as its heading has it: with the unit of its numbers, where its cells do not say it. */
export function headingOf(column: Pick<ViewColumn, "label" | "unit" | "kind">): string {
  return column.kind === "duration" ? column.label : labelInUnit(column);
}

/** What a column is called in a file, whose cells are the numbers as they were sent: a name that says their unit stays. */
export function headerOf({ field, label, role }: ViewColumn): string {
  return role === "duration" && unitInName(field) !== undefined ? fieldLabel(field) : label;
}

function described(column: ViewColumn, description: string | null | undefined): ViewColumn {
  const unit = description && column.kind === "number" ? unitOf(column.field, description) : undefined;
  return { ...column, ...(description ? { description } : {}), ...(unit ? { unit } : {}) };
}

/** Draws a duration as one where its unit is known; else it is a number like others. */
function measured(column: ViewColumn, description: string | null | undefined): ViewColumn {
  if (column.kind !== "duration") return column;
  const unit = durationUnitOf(column.field, description);
  return unit ? { ...column, unit } : { ...column, kind: "number" };
}

/** How a field that plays no role is drawn. */
export type PlainKind = Extract<CellKind, "time" | "number" | "text">;

function kindOfType(type: string | null | undefined): PlainKind {
  if (isTimeType(type)) return "time";
  return isNumberType(type) ? "number" : "text";
}

/**
 * The words of a role's column. A field's own name may say little: sentiment can be an operator result's `Value`. A
 * created time that the account shows by the hour or day only is called so: its minutes are not zero, they are unknown.
 */
function roleColumnLabel(role: ColumnRole, name: string, known: KnownGrains): string {
  const grain = grains.find((one) => one === splitGrain(name, known).grain);
  return role === "time" && grain ? t(`view.createdBy.${grain}`) : t(`view.columns.${role}`);
}

/** The roles' fields with the role that each plays, in the usual order of columns. */
function roleKinds({ roles }: FieldRoles): Map<string, ColumnRole> {
  const kinds = new Map<string, ColumnRole>();
  for (const role of columnRoles) {
    const field = role === "time" ? roles.time?.shown : roles[role]?.field;
    if (field && !kinds.has(field)) kinds.set(field, role);
  }
  return kinds;
}

/**
 * Every dimension that can be a column: the roles' fields first, then the rest of their cube. Time grains are left out,
 * but for the one that shows the created time where the account lists no plain one.
 */
export function availableColumns(metadata: Metadata, fields: FieldRoles): ViewColumn[] {
  const kinds = roleKinds(fields);
  const { agent, agentKind } = fields.roles;
  const isTogether = agent && agentKind && !standsApart(agentKind, fields) && agentKind.field !== agent.field;
  const kindField = isTogether ? agentKind.field : undefined;
  const listed = metadata.cubes.flatMap((cube) => cube.dimensions.map((dimension) => ({ cube: cube.name, dimension })));
  const usable = listed.filter(
    ({ cube, dimension }) =>
      kinds.has(dimension.name) ||
      (cube === fields.cube && splitGrain(dimension.name, fields.grains).grain === undefined),
  );
  const order = [...kinds.keys()];
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const columns = usable.map(({ dimension }): ViewColumn => {
    const role = kinds.get(dimension.name);
    const kind = (role && roleRecords[role].column?.cell) ?? kindOfType(dimension.type);
    // What is only guessed to be the created time is not called so.
    const isTold = role !== undefined && fields.roles[role]?.how !== "type";
    const label = isTold ? roleColumnLabel(role, dimension.name, fields.grains) : fieldLabel(dimension.name);
    const column: ViewColumn = { field: dimension.name, label, kind, sortable: true };
    if (role) column.role = role;
    if (role === "agent" && kindField !== undefined) column.kindField = kindField;
    if (isCalendarGrain(dimension.name, fields.grains)) column.calendar = true;
    return described(measured(column, dimension.description), dimension.description);
  });
  const unique = columns.filter((one, index) => columns.findIndex((other) => other.field === one.field) === index);
  return unique.sort((a, b) => place(a.field) - place(b.field));
}

/**
 * The measures that can stand beside the id: those of its cube, but for the one that would count each conversation as
 * one. Without an id a measure would be of a group of conversations, not of a row.
 */
export function measureColumns(metadata: Metadata, { cube, roles }: FieldRoles): ViewColumn[] {
  if (!roles.id) return [];
  const own = metadata.cubes.find(({ name }) => name === cube);
  const measures = (own?.measures ?? []).filter(({ name }) => name !== roles.count?.field);
  return measures.map(({ name, description }) =>
    described({ field: name, label: fieldLabel(name), kind: "number", sortable: true, measure: true }, description),
  );
}

/**
 * The usual columns, those for wide lists and the one that only files have included: what is asked for does not depend
 * on the width of a window. A role that needs a condition is left out, because selecting it would leave out the
 * conversations that the condition does not hold for; and so is one of another cube, which the account may refuse beside
 * the others. What is called by nothing else is called by its id.
 */
export function usualColumns(available: readonly ViewColumn[], fields: FieldRoles): ViewColumn[] {
  const together = available.flatMap((column) => {
    const own = column.role && fields.roles[column.role];
    const usual = column.role && roleRecords[column.role].column?.usual;
    if (!own || usual === undefined || usual === "never" || standsApart(own, fields)) return [];
    return [{ column, usual }];
  });
  const isNamed = together.some(({ column }) => column.role === "name");
  const placed = together.map(({ column, usual }) => {
    const from = usual === "behind" ? (isNamed ? Number.POSITIVE_INFINITY : 0) : usual;
    return from > 0 ? { ...column, from } : column;
  });
  const isBehind = ({ from }: ViewColumn) => from === Number.POSITIVE_INFINITY;
  if (placed.length === 0) return available.slice(0, 6);
  return [...placed.filter((column) => !isBehind(column)), ...placed.filter(isBehind)];
}

/** Lists narrower than this show one channel of several, in pixels at usual letters. */
const roomForTwo = 1200;

/** The widths at which a list shows more, in pixels at usual letters, in order. */
export const roomSteps: readonly number[] = [
  roomForTwo,
  ...columnRoles.map((role) => roleRecords[role].column?.usual).filter((usual) => typeof usual === "number"),
].toSorted((a, b) => a - b);

/**
 * Of columns to show, those that a list of a width has room for; all where none would be left.
 *
 * @param width in pixels at usual letters.
 * @param pinned the fields of columns that stay however narrow it is.
 */
export function columnsInRoom(
  columns: readonly ViewColumn[],
  width: number,
  pinned: readonly string[] = [],
): readonly ViewColumn[] {
  const fitting = columns.filter(({ from = 0, field }) => from <= width || pinned.includes(field));
  const shown = fitting.length > 0 ? fitting : columns;
  if (width >= roomForTwo) return shown;
  return shown.map((column): ViewColumn => (column.kind === "channel" ? { ...column, isTight: true } : column));
}

/** The columns that the view shows. Unknown ones are left out; {@link fitView} tells the person of them. */
export function shownColumns(view: View, available: readonly ViewColumn[], fields: FieldRoles): ViewColumn[] {
  const wanted = (view.columns ?? []).flatMap((field) => available.find((column) => column.field === field) ?? []);
  return wanted.length > 0 ? wanted : usualColumns(available, fields);
}
