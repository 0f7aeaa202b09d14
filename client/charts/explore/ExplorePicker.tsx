import { type ComboboxParsedItem, Select } from "@mantine/core";
import { valueKey } from "../../format/values.ts";
import { NothingFound } from "../../ui/NothingFound.tsx";
import { useSearchText } from "../../ui/search-text.ts";
import { t } from "../../words/words.ts";
import classes from "./Explore.module.css";
import type { ExploreField } from "./explore.ts";

type ExplorePickerProps = {
  label: string;
  fields: readonly ExploreField[];
  value: string | undefined;
  /** What stands for no field at all, where that can be picked. */
  none?: { label: string; onPick: () => void };
  onPick: (name: string) => void;
};

/** The value of no field, which no field is called. */
const nothing = "\u0000";

/** Picks a measure or a dimension, by the screen's words for it or by the account's own name. */
export function ExplorePicker({ label, fields, value, none, onPick }: ExplorePickerProps) {
  const cubes = [...new Set(fields.map(({ cube }) => cube))];
  const listed = cubes.map((cube) => ({
    group: cube,
    items: fields.filter((field) => field.cube === cube).map((field) => ({ value: field.name, label: field.label })),
  }));
  const data = none === undefined || value === undefined ? listed : [{ value: nothing, label: none.label }, ...listed];
  const search = useSearchText(fields.find(({ name }) => name === value)?.label ?? "");
  const own = new Map(fields.map((field) => [field.name, field.own]));
  return (
    <Select
      size="xs"
      searchable
      {...search}
      aria-label={label}
      placeholder={label}
      data={data}
      value={value ?? null}
      filter={({ options, search }) => {
        const wanted = valueKey(search);
        return options.flatMap((one): ComboboxParsedItem[] => {
          if (!("group" in one)) return wanted === "" ? [one] : [];
          const items = one.items.filter((item) =>
            [item.label, own.get(item.value) ?? ""].some((text) => valueKey(text).includes(wanted)),
          );
          return items.length > 0 ? [{ ...one, items }] : [];
        });
      }}
      renderOption={({ option }) => (
        <span className={classes.option}>
          <span>{option.label}</span>
          {own.get(option.value) && <span className={classes.own}>{own.get(option.value)}</span>}
        </span>
      )}
      nothingFoundMessage={<NothingFound text={t("charts.explore.noMatch")} />}
      comboboxProps={{ width: 260, position: "bottom-start" }}
      onChange={(name) => (name === nothing ? none?.onPick() : name && onPick(name))}
    />
  );
}
