import type { CardName } from "../view/view.ts";
import { t } from "../words/words.ts";

/** What a card is called where it is chosen. On the screen the trend and the person's own chart say more exactly what they show. */
export function cardTitle(name: CardName): string {
  switch (name) {
    case "trend":
      return t("charts.trend.plain");
    case "channel":
    case "language":
    case "sentiment":
      return t(`charts.roles.${name}.title`);
    default:
      return t(`charts.${name}.title`);
  }
}
