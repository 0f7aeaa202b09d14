import { Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { FieldRoles } from "../../../contract/fields.ts";
import { type FieldValues, oneValueQuery } from "../../insights/field-values.ts";
import type { NotSetField } from "../../insights/not-set.ts";
import { moreInUse, toggleExcludedValue, toggleValue, withMoreInUse } from "../../view/more-values.ts";
import type { Pin } from "../../view/pin.ts";
import type { View } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { toggleShown, withPasted } from "../facets/choose-shown.ts";
import { FacetList } from "../facets/FacetList.tsx";
import classes from "../facets/FacetPanel.module.css";
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
  if (pending) return t("fieldFilter.searching", { text });
  return asked ? t("fieldFilter.absent", { text }) : undefined;
}

type MoreListProps = MoreFieldProps & {
  list: FieldValues;
  /** What is to be said of the list, beneath it; nothing where it is whole. */
  foot: string | undefined;
};

/** A list of values of a field, to choose and to leave out. Where it may not be all, the one that was typed is looked for. */
export function MoreList({ list, foot, ...props }: MoreListProps) {
  const { field, label, view, onChange, fields, pin, onShown } = props;
  const { values, notSet, more } = list;
  const use = moreInUse(view, field);
  const [atFirst] = useState([...use.chosen, ...use.excluded]);
  const [text, setText] = useState("");
  useEffect(onShown, [onShown]);
  const typed = useTyped(props, text, list);
  const noMatch = noMatchText(text.trim(), typed);
  const put = (next: typeof use) => onChange(withMoreInUse(view, field, next));
  const wanted: NotSetField = {
    field,
    // Of a list that has an end behind these, there may be values that are not known.
    values: more ? undefined : [...new Set([...values.map(({ value }) => value), ...use.chosen, ...use.excluded])],
    condition: [],
    others: withMoreInUse(view, field, { chosen: [], excluded: [] }),
  };
  // What has no value may stand behind the end of the list as well.
  const unset = more && notSet === 0 ? undefined : notSet;
  return (
    <>
      <FacetList
        title={label}
        searchLabel={t("fieldFilter.searchValues")}
        onSearch={setText}
        {...(noMatch ? { noMatch } : {})}
        options={moreOptions([...values, ...typed.found], use, atFirst)}
        notSet={{ count: unset, use, wanted, fields, pin, onUse: put }}
        onPasted={(pasted) => put(withPasted(use, [], pasted))}
        onToggle={({ key }) => put(toggleValue(use, key))}
        onOnly={({ key }) => put({ chosen: [key], excluded: [] })}
        onExclude={({ key }) => put(toggleExcludedValue(use, key))}
        onToggleShown={(shown) => put(toggleShown(use, shown))}
      />
      {foot && (
        <Text size="xs" c="dimmed" className={classes.foot}>
          {foot}
        </Text>
      )}
    </>
  );
}
