import { useQuery } from "@tanstack/react-query";
import { fromQuery } from "../../api/async.ts";
import { fieldValuesQuery } from "../../insights/field-values.ts";
import { t } from "../../words/words.ts";
import { PanelStates } from "../PanelStates.tsx";
import { type MoreFieldProps, MoreList } from "./MoreList.tsx";

/** The values of any field, the most frequent first. */
export function MoreValues(props: MoreFieldProps) {
  const { field, label, view, fields, pin } = props;
  const query = useQuery(fieldValuesQuery(view, fields, pin, field));
  return (
    <PanelStates state={fromQuery(query)} loadingLabel={t("facetPanel.loading", { role: label })}>
      {(list) => {
        const least = list.least ? ` ${t("fieldFilter.least")}` : "";
        const foot = list.more ? t("fieldFilter.first", { count: list.values.length }) + least : undefined;
        return <MoreList {...props} list={list} foot={foot} />;
      }}
    </PanelStates>
  );
}
