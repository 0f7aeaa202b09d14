import { useState } from "react";
import type { Row } from "../../../contract/page.ts";
import { t } from "../../words/words.ts";
import { type MoreFieldProps, MoreList } from "./MoreList.tsx";
import { loadedValues } from "./more-values.ts";

/**
 * The values that loaded rows have of a field, and a place to type and to paste others: of a field with as many values as
 * there are conversations nobody counts them all, and Twilio cannot look for a part of one.
 */
export function MoreLoaded({ loadedRows, ...props }: MoreFieldProps & { loadedRows: () => readonly Row[] }) {
  const { field, label } = props;
  // As it was opened: rows that the filter itself leaves out must not take away what else can be chosen.
  const [{ list, rows }] = useState(() => {
    const held = loadedRows();
    return { list: loadedValues(held, field), rows: held.length };
  });
  const none = list.values.length === 0;
  return (
    <MoreList
      {...props}
      list={list}
      foot={none ? t("fieldFilter.noneLoaded", { label }) : t("fieldFilter.loaded", { count: rows })}
    />
  );
}
