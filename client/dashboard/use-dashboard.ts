import { useEffect, useMemo, useState } from "react";
import { type Account, fieldVariable } from "../../contract/account.ts";
import { accountFields } from "../../contract/account-fields.ts";
import { type FieldRoles, type Roles, standsApart } from "../../contract/fields.ts";
import { type Metadata, withoutRefused } from "../../contract/metadata.ts";
import { cubeRoles, perCubeRole, roles } from "../../contract/roles.ts";
import type { Async } from "../api/async.ts";
import { useFreshFigures } from "../api/fresh-figures.ts";
import { retryAll } from "../api/retry-failed.ts";
import { inexactCounts } from "../api/told.ts";
import { useMinutesAhead } from "../browser/server-clock.ts";
import { loadedTrend } from "../charts/trend/loaded-trend.ts";
import type { Trend } from "../charts/trend/trend.ts";
import { useTrend } from "../charts/trend/use-trend.ts";
import type { ExportSubject } from "../export/subject.ts";
import type { Breakdown } from "../insights/breakdown.ts";
import { type CountProof, useProvenFields } from "../insights/count-proof.ts";
import { loadedBreakdowns } from "../insights/loaded.ts";
import type { Breakdowns } from "../insights/separate-queries.ts";
import { useBreakdowns } from "../insights/use-breakdowns.ts";
import type { RowBounds } from "../rows/row-bounds.ts";
import { useNoteUnsorted, useUnsorted, withUnsorted } from "../rows/unsorted.ts";
import { useContinuePastEnd } from "../rows/use-continue-past-end.ts";
import { useReloadList } from "../rows/use-reload-list.ts";
import { type Rows, useRows } from "../rows/use-rows.ts";
import type { Hollow } from "../table/foot-text.ts";
import { availableColumns, measureColumns, shownColumns, type ViewColumn } from "../view/columns.ts";
import { tableRequest } from "../view/compile.ts";
import { fitView } from "../view/fit.ts";
import { type Pin, usePin } from "../view/pin.ts";
import { respell } from "../view/respell.ts";
import { type SetView, useView } from "../view/use-view.ts";
import { type FilterRole, filterRoles, type View } from "../view/view.ts";
import { t } from "../words/words.ts";

/** What the person should know of how the account's fields were found. */
function fieldNotes({ badOverrides, roles }: FieldRoles, account: Account, proof: CountProof): string[] {
  const notes = badOverrides.map(({ role, value }) =>
    account.fields[role] === undefined
      ? t("view.badChoice", { role: t(`view.roles.${role}`), value })
      : t("view.badOverride", { name: fieldVariable(role), value }),
  );
  if (!roles.time) notes.push(t("view.noTime"));
  if (!roles.id) notes.push(t("view.noId"));
  if (!roles.count) notes.push(t(proof === "failed" ? "view.badCount" : "view.noCount"));
  return notes;
}

/** What must be said where this device's clock is not the server's. */
function clockNotes(minutesAhead: number): string[] {
  if (minutesAhead === 0) return [];
  const minutes = Math.abs(minutesAhead);
  return [minutesAhead > 0 ? t("view.clockAhead", { minutes }) : t("view.clockBehind", { minutes })];
}

type Loaded = { breakdowns: Record<FilterRole, Async<Breakdown>>; trend: Async<Trend> };

const waiting: Loaded = { breakdowns: perCubeRole(() => ({ status: "loading" })), trend: { status: "loading" } };

/** The roles whose values rows hold. Rows are not asked for with what stands apart, and lacking it is not without a value. */
function rolesInRows(fields: FieldRoles): Roles {
  const inRows = { ...fields.roles };
  for (const role of cubeRoles) {
    const own = inRows[role];
    if (own && standsApart(own, fields)) delete inRows[role];
  }
  return inRows;
}

/** Charts of the loaded rows: only for accounts that cannot count, and the screen says so. */
function useLoaded(rows: Rows, fields: FieldRoles, pin: Pin, zone: string): Loaded {
  const { roles } = fields;
  const { error, retry, isFirstLoad, isUpdating: updating, index } = rows;
  const { hour, day } = roles.time?.grains ?? {};
  const needed = !roles.count || !(hour || day);
  return useMemo((): Loaded => {
    if (error) {
      const failed = { status: "failed", error, retry } as const;
      return { breakdowns: perCubeRole(() => failed), trend: failed };
    }
    if (!needed || isFirstLoad) return waiting;
    const all = index.slice(0, index.count);
    const inRows = rolesInRows(fields);
    const broken = loadedBreakdowns(all, inRows);
    const breakdowns = perCubeRole((role): Async<Breakdown> => {
      if (fields.roles[role] && !inRows[role]) return { status: "absent", reason: t("view.apart") };
      return { status: "ready", data: broken[role], updating };
    });
    try {
      return {
        breakdowns,
        trend: {
          status: "ready",
          data: loadedTrend(all, { roles: inRows, grains: fields.grains }, pin, zone),
          updating,
        },
      };
    } catch (unreadable) {
      return { breakdowns, trend: { status: "failed", error: unreadable, retry } };
    }
  }, [needed, error, retry, isFirstLoad, updating, index, fields, pin, zone]);
}

/** Puts the values of a link that was written by hand into the account's spelling, once that is known. */
function useRespelled(view: View, setView: SetView, { facets }: Breakdowns): void {
  const respelled = respell(
    view,
    perCubeRole((role) => spellingsOf(facets[role])),
  );
  useEffect(() => {
    if (respelled !== view) setView(respelled, { replace: true });
  }, [respelled, view, setView]);
}

function spellingsOf(facet: Async<Breakdown>): readonly (readonly string[])[] | undefined {
  return facet.status === "ready" ? facet.data.entries.map(({ spellings }) => spellings) : undefined;
}

/** How many conversations have no value in a column, as far as that is counted. */
function lackingIn({ role: own }: ViewColumn, { charts }: Breakdowns): number {
  const role = filterRoles.find((one) => one === own);
  const state = role && charts[role];
  return state?.status === "ready" ? state.data.notSet : 0;
}

/** The columns in which conversations have no value, and how many that may be in all. */
function hollowOf(shown: readonly ViewColumn[], breakdowns: Breakdowns): Hollow {
  const lacking = shown.map((column) => ({ label: column.label, count: lackingIn(column, breakdowns) }));
  return {
    labels: lacking.filter(({ count }) => count > 0).map(({ label }) => label),
    most: lacking.reduce((sum, { count }) => sum + count, 0),
  };
}

/** The one place where the view, the account's fields and the queries meet: all that the screens are drawn from. */
export function useDashboard(account: Account, allMetadata: Metadata) {
  const [openedAt] = useState(Date.now);
  const { setView, ...address } = useView();
  const { view: asked, notes: linkNotes } = address;
  const metadata = useMemo(() => withoutRefused(allMetadata, account.refused), [allMetadata, account.refused]);
  const { fields: named, chosen, refused, grains } = account;
  const found = useMemo(
    () => accountFields(allMetadata, { fields: named, chosen, refused, grains }),
    [allMetadata, named, chosen, refused, grains],
  );
  const { fields, proof } = useProvenFields(found, openedAt);
  const unsorted = useUnsorted();
  const columns = useMemo(
    () => withUnsorted(availableColumns(metadata, fields), unsorted),
    [metadata, fields, unsorted],
  );
  const measures = useMemo(
    () => withUnsorted(measureColumns(metadata, fields), unsorted),
    [metadata, fields, unsorted],
  );
  const { view, notes: fitNotes } = useMemo(
    () => fitView(asked, fields, columns, measures),
    [asked, fields, columns, measures],
  );
  const pin = usePin(view.range, view.zone);
  useFreshFigures(account.known, pin.id);
  const selectable = useMemo(() => [...columns, ...measures], [columns, measures]);
  const shown = useMemo(() => shownColumns(view, selectable, fields), [view, selectable, fields]);
  const request = useMemo(
    () => tableRequest(view, fields, shown, pin.window, measures),
    [view, fields, shown, pin.window, measures],
  );
  const minutesAhead = useMinutesAhead();
  const bounds = useMemo((): RowBounds | undefined => {
    const { time } = fields.roles;
    return time && { time, known: fields.grains, window: pin.window, zone: view.zone };
  }, [fields, pin.window, view.zone]);
  // One press is for all: what stopped one answer has mostly stopped the others, too.
  const list = useRows(request, pin.id, bounds);
  const rows = { ...list, retry: retryAll, loadMore: retryAll };
  useNoteUnsorted(rows, request);
  const loaded = useLoaded(rows, fields, pin, view.zone);
  const breakdowns = useBreakdowns(view, fields, pin, loaded.breakdowns);
  const figures = Object.values(breakdowns.charts);
  const population = figures.find((one) => one.status === "ready" && !one.updating);
  const isOnItsWay = figures.some((one) => one.status === "loading" || (one.status === "ready" && one.updating));
  const split = population?.status === "ready" ? population.data : undefined;
  const counted = split?.population;
  const inAll = counted?.kind === "all" ? counted.count : undefined;
  const trend = useTrend(view, fields, pin, loaded.trend, { sentiment: breakdowns.charts.sentiment, counted: inAll });

  useRespelled(asked, setView, breakdowns);

  // Such an account gives a conversation a row for each of its channels and languages, where these are columns.
  const spread =
    breakdowns.memberByMember && shown.some(({ role }) => role && roles[role].inCube && roles[role].several);
  const rowIsConversation = fields.roles.id !== undefined && !spread;
  // How many conversations match, where Twilio counts them and each row is one.
  const matching = rowIsConversation ? inAll : undefined;
  useContinuePastEnd(rows, matching);
  useReloadList({ request, pinId: pin.id, bounds }, list, matching, account.known);
  const inRows = spread ? inAll : undefined;
  const idField = fields.roles.id?.field;
  const spreadOver = useMemo(
    () => (idField === undefined || inRows === undefined ? undefined : { idField, counted: inRows }),
    [idField, inRows],
  );
  const subject: ExportSubject = {
    view,
    fields,
    request,
    columns: shown,
    window: pin.window,
    rows,
    population: counted,
    rowIsConversation,
  };

  return {
    view,
    /** What the address asks for; the account may not have all of it. */
    asked: address,
    setView,
    /** What the account can be asked for, without what its API refuses. */
    metadata,
    fields,
    /** Whether a count that was guessed is one. */
    proof,
    columns,
    /** The columns and the measures that can be columns. */
    selectable,
    shown,
    pin,
    rows,
    breakdowns,
    trend,
    rowIsConversation,
    counted: matching,
    inexact: inexactCounts(split?.told),
    /** Whether a count of this view is still on its way. */
    isCounting: population === undefined && isOnItsWay,
    /** Where a conversation may have several rows: what tells them apart, and how many Twilio counts. */
    spread: spreadOver,
    /** Columns that may be why the list has fewer rows: such an account may send none of a conversation without a value. */
    hollow: breakdowns.takenApart ? hollowOf(shown, breakdowns) : undefined,
    notes: [
      ...clockNotes(minutesAhead),
      ...linkNotes,
      ...fitNotes,
      ...fieldNotes(fields, account, proof),
      ...(spread ? [t("view.spreadRows")] : []),
    ],
    export: subject,
  };
}
