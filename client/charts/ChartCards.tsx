import { useCallback, useState } from "react";
import { type CardName, cardNames } from "../view/view.ts";
import { t } from "../words/words.ts";
import { CardCell } from "./CardCell.tsx";
import classes from "./ChartCards.module.css";
import type { ChartSetting } from "./card/setting.ts";
import { type CardEntry, cards } from "./cards.tsx";

type ShownCardProps = {
  name: CardName;
  setting: ChartSetting;
  isExpanded: boolean;
  onExpand: (name: CardName | undefined) => void;
};

function ShownCard({ name, setting, isExpanded, onExpand }: ShownCardProps) {
  const { span, isWide, Card }: CardEntry = cards[name];
  const expand = useCallback((next: boolean) => onExpand(next ? name : undefined), [name, onExpand]);
  return (
    <CardCell name={name} span={span} {...(isWide ? { isWide } : {})} isExpanded={isExpanded} onExpand={expand}>
      <Card {...setting} />
    </CardCell>
  );
}

/**
 * The cards of the Analysis lens, those that the view chose in its order. They wrap, each grows to fill its row, and one
 * of them at a time can have the whole width. Each loads and fails on its own.
 */
export function ChartCards(setting: ChartSetting) {
  const [expanded, setExpanded] = useState<CardName>();
  const shown = setting.view.cards ?? cardNames;
  return (
    <section className={classes.room} aria-label={t("charts.title")} tabIndex={-1} data-cards>
      <div className={classes.cards}>
        {shown.map((name) => (
          <ShownCard key={name} name={name} setting={setting} isExpanded={expanded === name} onExpand={setExpanded} />
        ))}
      </div>
    </section>
  );
}
