import type { en } from "./en.ts";
import type { later } from "./en-later.ts";
import { account } from "./es/account.ts";
import { cards } from "./es/cards.ts";
import { charts } from "./es/charts.ts";
import { detail } from "./es/detail.ts";
import { errors } from "./es/errors.ts";
import { exporting } from "./es/export.ts";
import { facetPanel } from "./es/facet-panel.ts";
import { fieldFilter } from "./es/field-filter.ts";
import { figures } from "./es/figures.ts";
import { filters } from "./es/filters.ts";
import { find } from "./es/find.ts";
import { keys } from "./es/keys.ts";
import { multiples } from "./es/multiples.ts";
import { rangePanel } from "./es/range-panel.ts";
import { refresh } from "./es/refresh.ts";
import { saved } from "./es/saved.ts";
import { savedPanel } from "./es/saved-panel.ts";
import { settings } from "./es/settings.ts";
import { shell } from "./es/shell.ts";
import { table } from "./es/table.ts";
import { values } from "./es/values.ts";
import { view } from "./es/view.ts";
import type { Translated } from "./translated.ts";

export const es: Translated<typeof en & typeof later> = {
  account,
  cards,
  charts,
  detail,
  errors,
  exporting,
  facetPanel,
  fieldFilter,
  figures,
  filters,
  find,
  keys,
  multiples,
  rangePanel,
  refresh,
  saved,
  savedPanel,
  settings,
  shell,
  table,
  values,
  view,
};
