import { ActionIcon } from "@mantine/core";
import { IconBan } from "@tabler/icons-react";
import { formatCount, formatShare } from "../../format/numbers.ts";
import type { Breakdown } from "../../insights/breakdown.ts";
import { t } from "../../words/words.ts";
import classes from "../card/ChartTable.module.css";
import { populationText, roleOne, roleTitle } from "../card/words.ts";
import { Shape } from "../marks/Shape.tsx";
import { changeText } from "../previous/change.ts";
import type { Bar } from "./prepare.ts";
import { sharesOf } from "./shares.ts";

type BreakdownTableProps = {
  breakdown: Breakdown;
  previous?: Breakdown | undefined;
  bars: readonly Bar[];
  onToggle: (spellings: readonly string[]) => void;
  onExclude?: ((spellings: readonly string[]) => void) | undefined;
};

/** The numbers of a breakdown, every one of them; the values filter as the bars do. */
export function BreakdownTable({ breakdown, previous, bars, onToggle, onExclude }: BreakdownTableProps) {
  const { role, population } = breakdown;
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>
        {t("charts.caption", { title: roleTitle(role), population: populationText(population) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{roleOne(role)}</th>
          <th scope="col">{t("charts.columns.conversations")}</th>
          <th scope="col">{t("charts.columns.share")}</th>
          {previous && <th scope="col">{t("charts.previous.column")}</th>}
          {previous && <th scope="col">{t("charts.previous.share")}</th>}
          {previous && <th scope="col">{t("charts.previous.change")}</th>}
          {previous && <th scope="col">{t("charts.previous.shareChange")}</th>}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row">
              <Value bar={bar} onToggle={onToggle} onExclude={onExclude} />
            </th>
            <td>{formatCount(bar.count)}</td>
            <td>{formatShare(bar.count, population.count)}</td>
            {bar.previous && <Before bar={bar} previous={bar.previous} population={population.count} />}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t(breakdown.overlap ? "charts.columns.once" : "charts.columns.total")}</th>
          <td>{formatCount(population.count)}</td>
          <td>{formatShare(population.count, population.count)}</td>
          {previous && <td>{formatCount(previous.population.count)}</td>}
          {previous && <td>{formatShare(previous.population.count, previous.population.count)}</td>}
          {previous && <td>{changeText(population.count, previous.population.count)}</td>}
          {previous && <td />}
        </tr>
      </tfoot>
    </table>
  );
}

type BeforeProps = { bar: Bar; previous: NonNullable<Bar["previous"]>; population: number };

/** The period before: count and share, and how either changed. */
function Before({ bar, previous, population }: BeforeProps) {
  return (
    <>
      <td>{formatCount(previous.count)}</td>
      <td>{formatShare(previous.count, previous.of)}</td>
      <td>{changeText(bar.count, previous.count)}</td>
      <td>{sharesOf(bar, population).before?.change}</td>
    </>
  );
}

function Value({ bar, onToggle, onExclude }: { bar: Bar } & Pick<BreakdownTableProps, "onToggle" | "onExclude">) {
  const words = (
    <>
      {bar.shape && <Shape shape={bar.shape} color={bar.color} />}
      <span translate="no">{bar.label}</span>
    </>
  );
  const { spellings } = bar;
  if (!spellings) return words;
  return (
    <>
      <button type="button" className={classes.value} aria-pressed={bar.chosen} onClick={() => onToggle(spellings)}>
        {words}
      </button>
      {onExclude && (
        <ActionIcon
          className={classes.exclude}
          variant="subtle"
          color="gray"
          size={24}
          aria-label={t("charts.exclude", { label: bar.label })}
          title={t("charts.exclude", { label: bar.label })}
          onClick={() => onExclude(spellings)}
        >
          <IconBan size="0.875rem" stroke={1.5} aria-hidden />
        </ActionIcon>
      )}
    </>
  );
}
