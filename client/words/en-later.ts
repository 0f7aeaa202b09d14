import { account } from "./en/account.ts";
import { cards } from "./en/cards.ts";
import { charts } from "./en/charts.ts";
import { detail } from "./en/detail.ts";
import { exporting } from "./en/export.ts";
import { facetPanel } from "./en/facet-panel.ts";
import { fieldFilter } from "./en/field-filter.ts";
import { figures } from "./en/figures.ts";
import { find } from "./en/find.ts";
import { keys } from "./en/keys.ts";
import { multiples } from "./en/multiples.ts";
import { rangePanel } from "./en/range-panel.ts";
import { savedPanel } from "./en/saved-panel.ts";
import { settings } from "./en/settings.ts";

/** The English of rooms that no first paint has a word of: it is loaded with the parts that are drawn later. */
export const later = {
  account,
  cards,
  charts,
  detail,
  exporting,
  facetPanel,
  fieldFilter,
  figures,
  find,
  keys,
  multiples,
  rangePanel,
  savedPanel,
  settings,
} as const;
