import { Skeleton } from "@mantine/core";
import { Suspense } from "react";
import { t } from "../words/words.ts";
import { CardRow } from "./CardRow.tsx";
import type { ChartSetting } from "./card/setting.ts";
import { type CardEntry, cards } from "./cards.tsx";

type ChartCardsProps = ChartSetting & {
  /** Whether the person wants the further charts. */
  withMore?: boolean;
};

const all: [name: string, entry: CardEntry][] = Object.entries(cards);
const usual = all.filter(([, { isUsual }]) => isUsual);
const further = all.filter(([, { isUsual }]) => !isUsual);

/** The row of chart cards, as cards.tsx lists them. Each card loads and fails on its own. */
export function ChartCards({ withMore = false, ...setting }: ChartCardsProps) {
  const draw = ([name, { Card }]: (typeof all)[number]) => <Card key={name} {...setting} />;
  return (
    <CardRow usual={usual.length} withMore={withMore}>
      {usual.map(draw)}
      {withMore && (
        <Suspense fallback={<Skeleton data-wide aria-label={t("shell.charts.loading")} />}>
          {further.map(draw)}
        </Suspense>
      )}
    </CardRow>
  );
}
