import { errors } from "./en/errors.ts";
import { filters } from "./en/filters.ts";
import { refresh } from "./en/refresh.ts";
import { saved } from "./en/saved.ts";
import { shell } from "./en/shell.ts";
import { table } from "./en/table.ts";
import { values } from "./en/values.ts";
import { view } from "./en/view.ts";

/** The sentences of the screen in English, by room, but for those of en-later.ts. ICU message syntax. */
export const en = {
  errors,
  filters,
  refresh,
  saved,
  shell,
  table,
  values,
  view,
} as const;
