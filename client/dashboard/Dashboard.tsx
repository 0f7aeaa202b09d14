import { Button, Group, Skeleton } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Account } from "../../contract/account.ts";
import type { Metadata } from "../../contract/metadata.ts";
import { AccountScreen } from "../account/AccountScreen.tsx";
import { useAccountDialog } from "../account/use-account-dialog.ts";
import { ChartSwitches } from "../charts/ChartSwitches.tsx";
import { useMoreCharts } from "../charts/use-more-charts.ts";
import { ExportScreen } from "../export/ExportScreen.tsx";
import { type Edited, filterChips } from "../filters/chips.ts";
import { FilterBar } from "../filters/FilterBar.tsx";
import { FilterChips } from "../filters/FilterChips.tsx";
import { RangePicker } from "../filters/range/RangePicker.tsx";
import { rangeLabel } from "../filters/range/range-label.ts";
import { useIsEstimate } from "../insights/estimate.ts";
import { onScreen, useNewCount } from "../insights/use-new-count.ts";
import { CopyLink } from "../saved/CopyLink.tsx";
import { SavedViews } from "../saved/SavedViews.tsx";
import { ConversationTable } from "../table/ConversationTable.tsx";
import { ColumnsMenu } from "../table/columns/ColumnsMenu.tsx";
import { focusList } from "../table/keys/focus-list.ts";
import { useSelection } from "../table/select/use-selection.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { lazyPart } from "../ui/lazy-part.tsx";
import { Notes } from "../ui/Notes.tsx";
import { useRefreshChoice } from "../ui/refresh-every.ts";
import { SkipLink } from "../ui/SkipLink.tsx";
import { clearChosen, hasChosen } from "../view/choose.ts";
import { sharedAddressOf } from "../view/look.ts";
import { realRange } from "../view/range.ts";
import { openText } from "../view/use-view.ts";
import { filterRoles, withColumns, withOpen, withRange, withSort } from "../view/view.ts";
import { t } from "../words/words.ts";
import classes from "./Dashboard.module.css";
import { Header } from "./Header.tsx";
import { OpenConversation } from "./OpenConversation.tsx";
import { SelectionPlace } from "./SelectionPlace.tsx";
import { useDashboard } from "./use-dashboard.ts";

// The drawing library is as large as the rest of the page together: the table does not wait for it.
const ChartRoom = lazyPart(
  async () => (await import("../charts/ChartRoom.tsx")).ChartRoom,
  () => <Skeleton h={240} aria-label={t("shell.charts.loading")} />,
);

const wideRange = { kind: "relative", amount: 90, unit: "day" } as const;

type DashboardState = ReturnType<typeof useDashboard>;

function FilterLine({ dashboard, switches }: { dashboard: DashboardState; switches: ReactNode }) {
  const { view, asked, setView, fields, breakdowns, columns, shown, pin, rows } = dashboard;
  const missing = filterRoles.filter((role) => !fields.roles[role]);
  const [edited, setEdited] = useState<Edited>();
  return (
    <div className={classes.filters} data-filters>
      <Group gap={6} wrap="nowrap">
        <SavedViews view={view} asked={asked} onOpen={openText} onSave={() => setView(view, { replace: true })} />
        <CopyLink view={view} window={pin.window} />
      </Group>
      <FilterBar
        view={view}
        onChange={setView}
        facets={breakdowns.facets}
        missing={missing}
        addable={{ columns, fields, pin, loadedRows: () => rows.index.slice(0, rows.count) }}
        edited={edited}
        onEdit={setEdited}
      />
      <div className={classes.chips}>
        <FilterChips view={view} onChange={setView} columns={columns} edited={edited} onEdit={setEdited} />
      </div>
      <div className={classes.tools}>
        {switches}
        <ColumnsMenu
          columns={dashboard.selectable}
          visible={shown.map(({ field }) => field)}
          onColumns={(next) => setView(withColumns(view, next))}
        />
      </div>
    </div>
  );
}

function Table({ dashboard }: { dashboard: DashboardState }) {
  const { view, setView, fields, rows, shown, rowIsConversation, pin, counted } = dashboard;
  const found = rows.ended && !rows.isUpdating ? rows.count + rows.leftOut.outside : undefined;
  const isEstimate = useIsEstimate(view, fields, pin, { found, counted });
  const selection = useSelection(view);
  const { id } = fields.roles;
  const time = fields.roles.time?.shown;
  const isShown = shown.some(({ field }) => field === view.sort?.field);
  const sortedBy = dashboard.selectable.find(({ field }) => field === view.sort?.field);
  return (
    <ConversationTable
      rows={rows}
      columns={shown}
      zone={view.zone}
      sort={view.sort}
      usualSort={time ? { field: time, direction: "DESC" } : undefined}
      onSort={(sort) => setView(withSort(view, sort))}
      hiddenSort={isShown ? undefined : sortedBy?.label}
      onColumns={(fields) => setView(withColumns(view, fields))}
      filtered={hasChosen(view)}
      onClearFilters={() => setView(clearChosen(view))}
      onWiden={time ? () => setView(withRange(view, wideRange)) : undefined}
      noun={rowIsConversation ? "conversation" : "row"}
      counted={counted}
      isCounting={dashboard.isCounting}
      isEstimate={isEstimate}
      inexact={dashboard.inexact}
      spread={dashboard.spread}
      hollow={dashboard.hollow}
      selecting={
        id && {
          selection,
          idField: id.field,
          bar: (toList) => (
            <SelectionPlace
              {...{ selection, id, toList, subject: dashboard.export, words: filterWords(dashboard), pinId: pin.id }}
            />
          ),
        }
      }
      opening={
        id && {
          idField: id.field,
          openId: view.open,
          onOpen: (open) => setView(withOpen(view, open)),
          linkTo: (open) => sharedAddressOf(withOpen(view, open)),
        }
      }
    />
  );
}

/** The filters as their chips have them, for the export to state. */
function filterWords({ view, columns }: Pick<DashboardState, "view" | "columns">) {
  const filters = filterChips(view, columns).map(({ name, label }) => `${name}: ${label}`);
  return { range: rangeLabel(realRange(view.range, view.zone)), filters };
}

/** The dashboard of an account: header, filters, charts, table, all of one view. */
export function Dashboard({ account, metadata }: { account: Account; metadata: Metadata }) {
  const dashboard = useDashboard(account, metadata);
  const { view, setView, pin, breakdowns, trend, notes } = dashboard;
  const [every, setEvery] = useRefreshChoice();
  const shown = onScreen([trend, ...Object.values(breakdowns.charts)]);
  const newCount = useNewCount(view, dashboard.fields, pin, shown, every.every);
  const [folded, setFolded] = useState(false);
  const [more, toggleMore] = useMoreCharts(view, setView);
  const accountDialog = useAccountDialog();
  const { roles } = dashboard.fields;
  const lacksField = !roles.id || !roles.time || !roles.count;
  const fold = () => setFolded(!folded);
  return (
    <div className={classes.page}>
      <SkipLink label={t("shell.skip")} onSkip={focusList} />
      <Header
        account={account}
        onAccount={accountDialog.open}
        asOf={pin.at}
        zone={view.zone}
        onRefresh={pin.refresh}
        every={every}
        onEvery={setEvery}
        newCount={newCount}
        range={<RangePicker view={view} onChange={setView} now={pin.at} />}
        actions={<ExportScreen subject={dashboard.export} words={filterWords(dashboard)} />}
      />
      <div className={classes.body}>
        <main className={classes.main}>
          <Notes
            notes={notes}
            action={
              lacksField && (
                <Button size="compact-xs" variant="default" mt={6} onClick={accountDialog.open}>
                  {t("view.chooseFields")}
                </Button>
              )
            }
          />
          <FilterLine
            dashboard={dashboard}
            switches={<ChartSwitches folded={folded} onFold={fold} more={more} onMore={toggleMore} />}
          />
          {!folded && (
            <div className={classes.charts}>
              <Boundary of={view}>
                <ChartRoom
                  metadata={dashboard.metadata}
                  columns={dashboard.columns}
                  view={view}
                  fields={dashboard.fields}
                  pin={pin}
                  onView={setView}
                  withMore={more}
                  breakdowns={breakdowns.charts}
                  trend={trend}
                />
              </Boundary>
            </div>
          )}
          <div className={classes.table}>
            <Boundary of={view}>
              <Table dashboard={dashboard} />
            </Boundary>
          </div>
        </main>
        <OpenConversation dashboard={dashboard} account={account} />
      </div>
      <AccountScreen
        account={account}
        metadata={dashboard.metadata}
        fields={dashboard.fields}
        proof={dashboard.proof}
        zone={view.zone}
        opened={accountDialog.opened}
        onClose={accountDialog.close}
      />
    </div>
  );
}
