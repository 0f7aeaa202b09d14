import { Button } from "@mantine/core";
import { IconChartDots3, IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { t } from "../words/words.ts";
import classes from "./ChartSwitches.module.css";

type ChartSwitchesProps = { folded: boolean; onFold: () => void; more: boolean; onMore: () => void };

/** Whether charts are shown, and whether the further ones are. */
export function ChartSwitches({ folded, onFold, more, onMore }: ChartSwitchesProps) {
  const Chevron = folded ? IconChevronDown : IconChevronUp;
  return (
    <>
      {!folded && (
        <Button
          size="xs"
          variant={more ? "light" : "subtle"}
          aria-pressed={more}
          leftSection={<IconChartDots3 size="0.875rem" aria-hidden />}
          onClick={onMore}
        >
          <span className={classes.wideOnly}>{t("shell.charts.more")}</span>
        </Button>
      )}
      <Button
        size="xs"
        variant="subtle"
        aria-expanded={!folded}
        leftSection={<Chevron size="0.875rem" aria-hidden />}
        onClick={onFold}
      >
        {t(folded ? "shell.charts.show" : "shell.charts.hide")}
      </Button>
    </>
  );
}
