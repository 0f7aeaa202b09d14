import { Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { FieldRoles } from "../../../contract/fields.ts";
import { fromQuery } from "../../api/async.ts";
import { type FieldValue, type FieldValues, fieldValuesQuery, oneValueQuery } from "../../insights/field-values.ts";
import type { NotSetField } from "../../insights/not-set.ts";
import { moreInUse, toggleExcludedValue, toggleValue, withMoreInUse } from "../../view/more-values.ts";
import type { Pin } from "../../view/pin.ts";
import type { View } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { toggleShown, withPasted } from "../facets/choose-shown.ts";
import { FacetList } from "../facets/FacetList.tsx";
import classes from "../facets/FacetPanel.module.css";
import { PanelStates } from "../PanelStates.tsx";
import { moreOptions } from "./more-values.ts";

/** A field to filter by, and what its values are asked for with. */
export type MoreFieldProps = {
  field: string;
  label: string;
  view: View;
  onChange: (next: View) => void;
  fields: FieldRoles;
  pin: Pin;
  /** Called when the values are there. */
  onShown: () => void;
};

/** A pause in typing after which a value is looked for. */
const typingPause = 250;

/** Looks for the one value that was typed, where the list may not have it. */
function useTyped({ field, view, fields, pin }: MoreFieldProps, text: string, list: FieldValues | undefined) {
  const [settled] = useDebouncedValue(text.trim(), typingPause);
  const listed = list?.values.some(({ value }) => value === settled) ?? true;
  const enabled = settled !== "" && list?.more === true && !listed;
  const query = useQuery({ ...oneValueQuery(view, fields, pin, field, settled), enabled });
  const pending =
    list?.more === true && text.trim() !== "" && (settled !== text.trim() || (enabled && query.isPending));
  return { found: enabled ? (query.data ?? []) : [], pending, asked: enabled && query.isSuccess };
}

function noMatchText(text: string, { pending, asked }: { pending: boolean; asked: boolean }): string | undefined {
  if (pending) return t("filters.more.searching", { text });
  return asked ? t("filters.more.absent", { text }) : undefined;
}

/** The values of any field, to choose and to leave out. */
export function MoreValues(props: MoreFieldProps) {
  const { field, label, view, onChange, fields, pin, onShown } = props;
  const use = moreInUse(view, field);
  const [atFirst] = useState([...use.chosen, ...use.excluded]);
  const [text, setText] = useState("");
  const query = useQuery(fieldValuesQuery(view, fields, pin, field));
  useEffect(() => {
    if (query.isSuccess) onShown();
  }, [query.isSuccess, onShown]);
  const typed = useTyped(props, text, query.data);
  const noMatch = noMatchText(text.trim(), typed);
  const put = (next: typeof use) => onChange(withMoreInUse(view, field, next));
  const wanted = (values: readonly FieldValue[], more: boolean): NotSetField => ({
    field,
    // Of a list that has an end behind these, there may be values that are not known.
    values: more ? undefined : [...new Set([...values.map(({ value }) => value), ...use.chosen, ...use.excluded])],
    condition: [],
    others: withMoreInUse(view, field, { chosen: [], excluded: [] }),
  });
  // What has no value may stand behind the end of the list as well.
  const unset = (count: number, more: boolean) => (more && count === 0 ? undefined : count);
  return (
    <PanelStates state={fromQuery(query)} loadingLabel={t("filters.facet.loading", { role: label })}>
      {({ values, notSet, more, least }) => (
        <>
          <FacetList
            title={label}
            searchLabel={t("filters.more.searchValues")}
            onSearch={setText}
            {...(noMatch ? { noMatch } : {})}
            options={moreOptions([...values, ...typed.found], use, atFirst)}
            notSet={{ count: unset(notSet, more), use, wanted: wanted(values, more), fields, pin, onUse: put }}
            onPasted={(pasted) => put(withPasted(use, [], pasted))}
            onToggle={({ key }) => put(toggleValue(use, key))}
            onOnly={({ key }) => put({ chosen: [key], excluded: [] })}
            onExclude={({ key }) => put(toggleExcludedValue(use, key))}
            onToggleShown={(shown) => put(toggleShown(use, shown))}
          />
          {more && (
            <Text size="xs" c="dimmed" className={classes.foot}>
              {t("filters.more.first", { count: values.length })}
              {least && ` ${t("filters.more.least")}`}
            </Text>
          )}
        </>
      )}
    </PanelStates>
  );
}
