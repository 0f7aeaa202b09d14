import { Select } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { NothingFound } from "../../ui/NothingFound.tsx";
import { useSearchText } from "../../ui/search-text.ts";
import { t } from "../../words/words.ts";
import classes from "./ZoneSelect.module.css";
import { type ZoneOption, zoneMatches, zoneOptions } from "./zone-options.ts";
import { offsetLabel } from "./zone-text.ts";

type ZoneSelectProps = { zone: string; now: number; onChange: (zone: string) => void };

/**
 * Draws twice more once the list is open: the library gives a list that was just mounted its id in two steps, and
 * until it has drawn the last one a screen reader is told of a list that is closed, or that is nowhere.
 */
function useListId() {
  const [drawings, setDrawings] = useState<number>();
  useEffect(() => {
    if (drawings !== undefined && drawings < 2) setDrawings(drawings + 1);
  }, [drawings]);
  return { onDropdownOpen: () => setDrawings(0), onDropdownClose: () => setDrawings(undefined) };
}

/** The zone of the view: a list of all zones to search, the browser's own first. */
export function ZoneSelect({ zone, now, onChange }: ZoneSelectProps) {
  const { browser, others } = useMemo(() => zoneOptions(zone, now), [zone, now]);
  const byValue = useMemo(() => new Map([browser, ...others].map((one) => [one.value, one])), [browser, others]);
  const listId = useListId();
  const search = useSearchText(byValue.get(zone)?.label ?? "");
  const matches = (one: ZoneOption | undefined, search: string) => one !== undefined && zoneMatches(one, search);
  return (
    <Select
      {...listId}
      size="xs"
      label={t("rangePanel.zone.label")}
      searchable
      openOnFocus={false}
      {...search}
      allowDeselect={false}
      value={zone}
      data={[
        { group: t("rangePanel.zone.browser"), items: [{ value: browser.value, label: browser.label }] },
        { group: t("rangePanel.zone.all"), items: others.map(({ value, label }) => ({ value, label })) },
      ]}
      filter={({ options, search }) =>
        // An untouched box holds the chosen zone's name: opening it shows all zones, not that one alone.
        options.flatMap((one) => {
          if (!("group" in one)) return [];
          const items = one.items.filter(
            (item) => search === byValue.get(zone)?.label || matches(byValue.get(item.value), search),
          );
          return items.length > 0 ? [{ ...one, items }] : [];
        })
      }
      renderOption={({ option }) => (
        <span className={classes.option}>
          <span className={classes.name}>{option.label}</span>
          <span className={classes.offset}>{byValue.get(option.value)?.offset}</span>
        </span>
      )}
      nothingFoundMessage={<NothingFound text={t("rangePanel.zone.none")} />}
      rightSection={<span className={classes.offset}>{offsetLabel(zone, now)}</span>}
      rightSectionWidth={72}
      rightSectionPointerEvents="none"
      // Inside the panel, so that a click on a zone is not one beside the panel, which would close it.
      // Not mounted before it is opened: four hundred zones would slow down the opening of the panel.
      comboboxProps={{ withinPortal: false, keepMounted: false, shadow: "md" }}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}
