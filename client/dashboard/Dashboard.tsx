import { Button, Skeleton } from "@mantine/core";
import type { Account } from "../../contract/account.ts";
import type { Metadata } from "../../contract/metadata.ts";
import { AccountScreen } from "../account/AccountScreen.tsx";
import { useAccountDialog } from "../account/use-account-dialog.ts";
import { ExportScreen } from "../export/ExportScreen.tsx";
import { onScreen, useNewCount } from "../insights/use-new-count.ts";
import { focusList } from "../table/keys/focus-list.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { lazyPart } from "../ui/lazy-part.tsx";
import { Notes } from "../ui/Notes.tsx";
import { useRefreshChoice } from "../ui/refresh-every.ts";
import { SkipLink } from "../ui/SkipLink.tsx";
import { useNarrow } from "../ui/use-narrow.ts";
import { withLens } from "../view/view.ts";
import { t } from "../words/words.ts";
import classes from "./Dashboard.module.css";
import { exportWords } from "./export-words.ts";
import { FilterLine } from "./FilterLine.tsx";
import { Finder } from "./Finder.tsx";
import { Header } from "./Header.tsx";
import { LensSwitch, lensPanelId, lensTabId } from "./LensSwitch.tsx";
import { OpenConversation } from "./OpenConversation.tsx";
import { Overview } from "./Overview.tsx";
import { useChartsFolded } from "./use-charts-folded.ts";
import { useDashboard } from "./use-dashboard.ts";
import { ViewTable } from "./ViewTable.tsx";
import { ViewTools } from "./ViewTools.tsx";

// The drawing library is as large as the rest of the page together: only the Analysis lens needs it.
const ChartRoom = lazyPart(
  async () => (await import("../charts/ChartRoom.tsx")).ChartRoom,
  () => <Skeleton h="19rem" aria-label={t("shell.charts.loading")} />,
);

const Multiples = lazyPart(
  async () => (await import("../charts/multiples/Multiples.tsx")).Multiples,
  () => <Skeleton h="8.375rem" aria-label={t("shell.charts.loading")} />,
);

// What stands in is drawn as nothing, but is not empty: that is a line of an account without figures.
const KeyFigures = lazyPart(
  async () => (await import("../charts/figures/KeyFigures.tsx")).KeyFigures,
  () => <i />,
);

function focusCards(): void {
  document.querySelector<HTMLElement>("[data-cards]")?.focus();
}

/** The dashboard of an account: the head, the line of filters, and under them the view through one of two lenses. */
export function Dashboard({ account, metadata }: { account: Account; metadata: Metadata }) {
  const dashboard = useDashboard(account, metadata);
  const { view, setView, pin, fields, breakdowns, trend, notes } = dashboard;
  const [every, setEvery] = useRefreshChoice();
  const shown = onScreen([trend, ...Object.values(breakdowns.charts)]);
  const newCount = useNewCount(view, fields, pin, shown, every.every);
  const [folded, toggleFolded] = useChartsFolded();
  const narrow = useNarrow();
  const accountDialog = useAccountDialog();
  const { roles } = fields;
  const lacksField = !roles.id || !roles.time || !roles.count;
  const isAnalysis = view.lens === "analysis";
  const charts = {
    ...{ metadata: dashboard.metadata, columns: dashboard.columns, view, fields, pin, onView: setView },
    ...{ breakdowns: breakdowns.charts, trend },
  };
  const lenses = <LensSwitch lens={view.lens} onLens={(lens) => setView(withLens(view, lens))} />;
  const finder = (
    <Finder
      dashboard={dashboard}
      words={exportWords(dashboard)}
      openAccount={accountDialog.open}
      charts={{ folded, onFold: toggleFolded }}
    />
  );
  // A phone has its list in place of small charts; the cards are one press away.
  const withMultiples = !isAnalysis && !folded && !narrow;
  return (
    <div className={classes.page}>
      {isAnalysis ? (
        <SkipLink label={t("shell.lens.skip")} onSkip={focusCards} />
      ) : (
        <SkipLink label={t("shell.skip")} onSkip={focusList} />
      )}
      <Header
        account={account}
        onAccount={accountDialog.open}
        asOf={pin.at}
        zone={view.zone}
        onRefresh={pin.refresh}
        every={every}
        onEvery={setEvery}
        newCount={newCount}
        lenses={narrow ? undefined : lenses}
        finder={narrow ? undefined : finder}
        actions={<ExportScreen subject={dashboard.export} words={exportWords(dashboard)} />}
      />
      <div className={classes.body}>
        <main className={classes.main} data-lens={view.lens}>
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
            tools={<ViewTools dashboard={dashboard} folded={folded} onFold={toggleFolded} />}
          />
          <div className={classes.lens} id={lensPanelId} role="tabpanel" aria-labelledby={lensTabId(view.lens)}>
            <Overview
              figures={
                <Boundary of={view}>
                  <KeyFigures of={dashboard} folded={folded && !isAnalysis} />
                </Boundary>
              }
              multiples={
                withMultiples && (
                  <Boundary of={view}>
                    <Multiples {...charts} />
                  </Boundary>
                )
              }
            />
            {isAnalysis && (
              <div className={classes.cards}>
                <Boundary of={view}>
                  <ChartRoom {...charts} />
                </Boundary>
              </div>
            )}
            {/* Out of sight it keeps its rows, its place in them and what is selected. */}
            <div className={classes.table} data-away={isAnalysis || undefined}>
              <Boundary of={view}>
                <ViewTable dashboard={dashboard} />
              </Boundary>
            </div>
          </div>
        </main>
        <OpenConversation dashboard={dashboard} account={account} />
      </div>
      {narrow && (
        <nav className={classes.foot}>
          {lenses}
          <div className={classes.find}>{finder}</div>
        </nav>
      )}
      <AccountScreen
        account={account}
        metadata={dashboard.metadata}
        fields={fields}
        proof={dashboard.proof}
        zone={view.zone}
        opened={accountDialog.opened}
        onClose={accountDialog.close}
      />
    </div>
  );
}
