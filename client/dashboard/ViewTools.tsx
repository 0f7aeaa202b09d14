import { Button } from "@mantine/core";
import { IconChartBar } from "@tabler/icons-react";
import { CardsMenu } from "../charts/CardsMenu.tsx";
import { ColumnsMenu } from "../table/columns/ColumnsMenu.tsx";
import { useColumnsInRoom } from "../table/columns/room.ts";
import { withCards, withColumns } from "../view/view.ts";
import { t } from "../words/words.ts";
import type { useDashboard } from "./use-dashboard.ts";
import classes from "./ViewTools.module.css";

type ViewToolsProps = { dashboard: ReturnType<typeof useDashboard>; folded: boolean; onFold: () => void };

/** What is chosen of the lens at the end of the filter line: its charts and columns, or its cards. */
export function ViewTools({ dashboard, folded, onFold }: ViewToolsProps) {
  const { view, setView, shown, selectable } = dashboard;
  const inRoom = useColumnsInRoom(shown);
  if (view.lens === "analysis")
    return (
      <div className={classes.tools}>
        <CardsMenu cards={view.cards} onCards={(cards) => setView(withCards(view, cards))} />
      </div>
    );
  return (
    <div className={classes.tools}>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        aria-expanded={!folded}
        leftSection={<IconChartBar size="0.9375rem" aria-hidden />}
        onClick={onFold}
        className={classes.charts ?? ""}
      >
        {t(folded ? "shell.charts.show" : "shell.charts.hide")}
      </Button>
      <ColumnsMenu
        columns={selectable}
        visible={inRoom.map(({ field }) => field)}
        onColumns={(next) => setView(withColumns(view, next))}
      />
    </div>
  );
}
