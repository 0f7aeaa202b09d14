import { type FieldRole, type FieldRoles, type Roles, standsApart } from "../../contract/fields.ts";
import { totalOrder } from "../../contract/order.ts";
import {
  type FilterGroup,
  type FilterLeaf,
  type InsightsQueryRequest,
  notSetLeaf,
  type OrderBy,
  type QueryDefinition,
} from "../../contract/query.ts";
import { columnRoles, roles as roleRecords } from "../../contract/roles.ts";
import { countsZone, rowsZone } from "./asked-zone.ts";
import type { ViewColumn } from "./columns.ts";
import { nudged } from "./nudge.ts";
import type { Window } from "./range.ts";
import { type FilterRole, filterRoles, type MoreFilter, type View } from "./view.ts";

function request(zone: string, query: QueryDefinition): InsightsQueryRequest {
  return totalOrder({ domain: "Conversations", properties: { timezone: zone }, query });
}

/**
 * One GT and one LT leaf. Whether Twilio's GT includes its value is not documented; the start is asked for as one
 * millisecond earlier, so that under either reading a conversation created at the very start is in.
 */
function windowLeaves({ time }: Roles, window: Window): FilterLeaf[] {
  if (!time) return [];
  return [
    { op: "GT", field: time.field, values: [new Date(window.from - 1).toISOString()] },
    { op: "LT", field: time.field, values: [new Date(window.to).toISOString()] },
  ];
}

/** The condition under which a role's field means what the role says, as a leaf; none for most roles. */
export function conditionLeaves(role: FieldRole | undefined): FilterLeaf[] {
  const condition = role?.condition;
  return condition ? [{ op: "IN", field: condition.field, values: condition.values }] : [];
}

function chosenLeaves(view: View, roles: Roles, role: FilterRole): FilterLeaf[] {
  const field = roles[role]?.field;
  const values = view.chosen[role];
  if (!field || values.length === 0) return [];
  return [{ op: "IN", field, values: [...values] }, ...conditionLeaves(roles[role])];
}

/** One NE leaf for each value: what NE means with several values is not documented. */
function noneOf(field: string, values: readonly string[]): FilterLeaf[] {
  return values.map((value) => ({ op: "NE", field, values: [value] }));
}

function excludedLeaves(view: View, roles: Roles, role: FilterRole): FilterLeaf[] {
  const field = roles[role]?.field;
  const leaves = view.notSet.includes(role) ? [notSetLeaf(field ?? "")] : noneOf(field ?? "", view.excluded[role]);
  return field && leaves.length > 0 ? [...leaves, ...conditionLeaves(roles[role])] : [];
}

function moreLeaves(filter: MoreFilter): FilterLeaf[] {
  const { field } = filter;
  if (filter.kind === "notSet") return [notSetLeaf(field)];
  if (filter.kind === "values")
    return filter.exclude ? noneOf(field, filter.values) : [{ op: "IN", field, values: [...filter.values] }];
  // There is no "at least": GT or EQ would need an OR group beside the AND group, so the ends are nudged outwards.
  const { from, to } = nudged(filter.from, filter.to);
  return [
    ...(from === undefined ? [] : [{ op: "GT" as const, field, values: [from] }]),
    ...(to === undefined ? [] : [{ op: "LT" as const, field, values: [to] }]),
  ];
}

/** The conditions of the roles that a field plays and that have no filter of their own: they go with any filter on it. */
function conditionsOf(field: string, roles: Roles): FilterLeaf[] {
  const own = columnRoles.filter((role) => roleRecords[role].filter !== "facet" && roles[role]?.field === field);
  return own.flatMap((role) => conditionLeaves(roles[role]));
}

function distinct(leaves: FilterLeaf[]): FilterLeaf[] {
  const seen = new Set<string>();
  return leaves.filter((leaf) => {
    const key = JSON.stringify(leaf);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** All leaves in one AND group: how several groups combine is not documented. */
export function oneGroup(leaves: FilterLeaf[]): { filters?: FilterGroup[] } {
  return leaves.length > 0 ? { filters: [{ op: "AND", expressions: distinct(leaves) }] } : {};
}

/**
 * Which of the view's filters a query takes: `all`, all but one role's own, or `none` of the chosen values. The last is
 * the small cube's: chosen values are applied to it in the browser. What leaves conversations out (excluded values,
 * filters on other fields) is always asked for upstream: the browser could not tell how Twilio treats missing values.
 */
export type FilterScope = { kind: "none" } | { kind: "all" } | { kind: "except"; role: FilterRole };

function scopeLeaves(view: View, roles: Roles, window: Window, scope: FilterScope): FilterLeaf[] {
  const others = filterRoles.filter((role) => scope.kind !== "except" || role !== scope.role);
  const chosen = scope.kind === "none" ? [] : others.flatMap((role) => chosenLeaves(view, roles, role));
  return [
    ...windowLeaves(roles, window),
    ...chosen,
    ...others.flatMap((role) => excludedLeaves(view, roles, role)),
    ...view.more.flatMap((filter) => [...moreLeaves(filter), ...conditionsOf(filter.field, roles)]),
  ];
}

function tableOrder(view: View, { roles }: FieldRoles, dimensions: readonly string[]): { orderBy?: OrderBy[] } {
  const order: OrderBy[] = [];
  if (view.sort && dimensions.includes(view.sort.field)) order.push(view.sort);
  const time = roles.time?.shown;
  if (time && dimensions.includes(time) && time !== view.sort?.field) order.push({ field: time, direction: "DESC" });
  // Before the other dimensions, which follow in every query: where rows are conversations, it decides alone.
  const id = roles.id?.field;
  if (id && id !== view.sort?.field) order.push({ field: id, direction: "ASC" });
  return order.length > 0 ? { orderBy: order } : {};
}

/**
 * The query of the table and of the export. The id and the created time are always asked for, also when their columns
 * are hidden: without the id, rows would be combinations of values instead of conversations.
 */
export function tableRequest(
  view: View,
  fields: FieldRoles,
  columns: readonly ViewColumn[],
  window: Window,
  measures: readonly ViewColumn[] = [],
): InsightsQueryRequest {
  const { id, time } = fields.roles;
  const asked = [view.sort?.field, ...columns.flatMap(({ field, kindField }) => [field, kindField])].toSorted();
  // In an order of their own: a column that is moved asks for nothing that was not asked for before.
  const selected = [...new Set([id?.field, time?.shown, ...asked].filter((field) => field !== undefined))];
  const isMeasure = (field: string) => measures.some((measure) => measure.field === field);
  const dimensions = selected.filter((field) => !isMeasure(field));
  const measured = selected.filter(isMeasure);
  const leaves = scopeLeaves(view, fields.roles, window, { kind: "all" });
  for (const own of columnRoles.map((role) => fields.roles[role])) {
    if (own && dimensions.includes(own.field)) leaves.push(...conditionLeaves(own));
  }
  return request(rowsZone(dimensions, view.zone, fields.grains), {
    ...(measured.length > 0 ? { measures: measured } : {}),
    dimensions,
    ...oneGroup(leaves),
    ...tableOrder(view, fields, selected),
  });
}

/**
 * Counts conversations by the given dimensions, within the scope's filters and any further leaves. Time cells without an
 * offset are of the zone that the request names.
 */
export function countRequest(
  view: View,
  { roles, grains }: FieldRoles,
  window: Window,
  dimensions: readonly string[],
  scope: FilterScope,
  more: FilterLeaf[] = [],
): InsightsQueryRequest {
  const measures = roles.count ? [roles.count.field] : [];
  const leaves = [...scopeLeaves(view, roles, window, scope), ...more];
  const selected = dimensions.length > 0 ? { dimensions: [...dimensions] } : {};
  const zone = countsZone(dimensions, window, view.zone, grains);
  return request(zone, { measures, ...selected, ...oneGroup(leaves) });
}

/** Fields that would leave a conversation out, or that stand in another cube, are asked for on their own. */
function apartRoles(fields: FieldRoles): FieldRole[] {
  return columnRoles.flatMap((role) => {
    const own = role === "id" || role === "time" ? undefined : fields.roles[role];
    return own && standsApart(own, fields) ? [own] : [];
  });
}

/**
 * The queries of everything that the account can tell of one conversation, whatever the view leaves out: its dimensions,
 * its measures, and each field on its own that would leave it out.
 *
 * @param columns the account's columns, measures included.
 */
export function conversationRequests(
  id: string,
  columns: readonly ViewColumn[],
  fields: FieldRoles,
  zone: string,
): InsightsQueryRequest[] {
  const role = fields.roles.id;
  if (!role) return [];
  const apart = apartRoles(fields);
  const ask = (names: readonly string[], measures: readonly string[], leaves: readonly FilterLeaf[] = []) =>
    request(rowsZone(names, zone, fields.grains), {
      ...(measures.length > 0 ? { measures: [...measures] } : {}),
      dimensions: [...new Set([role.field, ...names])],
      ...oneGroup([...conditionLeaves(role), ...leaves, { op: "IN", field: role.field, values: [id] }]),
    });
  const isApart = (field: string) => apart.some((one) => one.field === field);
  const measures = columns.flatMap(({ field, measure }) => (measure ? [field] : []));
  const dimensions = columns.flatMap(({ field, measure }) => (measure || isApart(field) ? [] : [field]));
  return [
    ask(dimensions, []),
    ...(measures.length > 0 ? [ask([], measures)] : []),
    ...apart.map((one) => ask([one.field], [], conditionLeaves(one))),
  ];
}
