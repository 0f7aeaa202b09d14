import { IconAlertTriangle, IconCalendarOff, IconFilterOff, IconWifiOff } from "@tabler/icons-react";
import { failureText, wasOffline } from "../api/errors.ts";
import type { Rows } from "../rows/use-rows.ts";
import { t } from "../words/words.ts";
import type { Noun } from "./foot-text.ts";
import { Notice } from "./Notice.tsx";

export type NoRowsProps = {
  rows: Rows;
  noun: Noun;
  /** Whether values are chosen in a filter, so that fewer filters could bring rows. */
  filtered: boolean;
  onClearFilters: () => void;
  /** Offers a longer time range; left out where there is none. */
  onWiden: (() => void) | undefined;
};

/** Why there are no rows: the first page failed, nothing matches the filters, or there is nothing at all in the range. */
export function NoRows({ rows, noun, filtered, onClearFilters, onWiden }: NoRowsProps) {
  if (rows.error !== null) {
    const { title, advice } = failureText(rows.error);
    const action = { label: t("table.empty.retry"), onClick: rows.retry };
    return (
      <Notice
        icon={wasOffline(rows.error) ? IconWifiOff : IconAlertTriangle}
        title={title}
        text={advice}
        isFailure
        action={action}
      />
    );
  }
  if (filtered)
    return (
      <Notice
        icon={IconFilterOff}
        title={t(`table.empty.filtered.${noun}`)}
        text={t("table.empty.filteredAdvice")}
        action={{ label: t("table.empty.clear"), onClick: onClearFilters }}
      />
    );
  return (
    <Notice
      icon={IconCalendarOff}
      title={t(`table.empty.range.${noun}`)}
      text={t(`table.empty.rangeAdvice.${noun}`)}
      action={onWiden ? { label: t("table.empty.widen"), onClick: onWiden } : undefined}
    />
  );
}
