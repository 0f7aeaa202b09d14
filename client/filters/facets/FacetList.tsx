import { Button, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { formatList } from "../../format/list.ts";
import type { FilterRole } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { allChosen } from "./choose-shown.ts";
import classes from "./FacetList.module.css";
import { type FacetActions, FacetRow } from "./FacetRow.tsx";
import { type FacetOption, searchOptions } from "./facet-options.ts";
import { NotSetRow } from "./NotSetRow.tsx";
import { PastedValues } from "./PastedValues.tsx";
import { pastedValues } from "./pasted-values.ts";
import type { NotSetProps } from "./use-not-set.ts";

type FacetListProps = FacetActions & {
  /** Values of a role are drawn as the role's are: a sentiment with its shape. */
  role?: FilterRole;
  title: string;
  searchLabel: string;
  /** A search box also above a short list, for lists that may not be all; it is told what is typed. */
  onSearch?: (text: string) => void;
  /** What is said instead of "nothing matches". */
  noMatch?: string;
  options: readonly FacetOption[];
  notSet: NotSetProps;
  /** Chooses a pasted list of values. */
  onPasted: (values: readonly string[]) => void;
  /** Ticks the lines that are shown, or takes their ticks back. */
  onToggleShown: (shown: readonly FacetOption[]) => void;
};

/** Lists of more values than this get a search box. */
const searchFrom = 9;

/** Where an arrow key leads from one line to another; undefined for every other key, and above the first line. */
function target(key: string, at: number, count: number): number | undefined {
  if (key === "ArrowDown") return Math.min(at + 1, count - 1);
  if (key === "ArrowUp") return at > 0 ? at - 1 : undefined;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return undefined;
}

/** The values of one role to tick, with a search box when there are many. */
export function FacetList(props: FacetListProps) {
  const { role, title, searchLabel, onSearch, noMatch, options, notSet, onToggleShown, onPasted, ...actions } = props;
  const [text, setText] = useState("");
  const [pasted, setPasted] = useState<readonly string[]>([]);
  const [current, setCurrent] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const searchable = options.length >= searchFrom || onSearch !== undefined;
  const shown = searchOptions(options, text);
  const stop = shown.some(({ key }) => key === current) ? current : shown[0]?.key;

  const look = (next: string) => {
    setText(next);
    onSearch?.(next);
  };

  const move = (event: KeyboardEvent) => {
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>("input:enabled") ?? [])];
    const at = boxes.findIndex((box) => box.closest(`.${classes.row}`)?.contains(document.activeElement));
    const to = target(event.key, at, boxes.length);
    const next = to === undefined && event.key === "ArrowUp" ? search.current : boxes[to ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  const hasNotSet = notSet.count !== 0 || notSet.use.notSet === true;
  if (options.length === 0 && !hasNotSet && text === "" && !onSearch)
    return (
      <Text size="xs" c="dimmed" className={classes.note}>
        {t("facetPanel.none")}
      </Text>
    );
  return (
    <>
      {searchable && (
        <TextInput
          ref={search}
          data-autofocus
          className={classes.search}
          size="xs"
          type="search"
          aria-label={searchLabel}
          placeholder={searchLabel}
          leftSection={<IconSearch size="0.875rem" aria-hidden="true" />}
          value={text}
          onChange={({ currentTarget }) => {
            setPasted([]);
            look(currentTarget.value);
          }}
          // The box has one line: of a list with several it would keep the last one's neighbours in one.
          onPaste={(event) => {
            const values = pastedValues(event.clipboardData.getData("text"));
            if (values.length < 2) return;
            event.preventDefault();
            setPasted(values);
            look(formatList(values));
          }}
          onKeyDown={(event) => event.key === "ArrowDown" && move(event)}
        />
      )}
      {pasted.length > 1 && (
        <PastedValues
          values={pasted}
          onChoose={() => {
            onPasted(pasted);
            setPasted([]);
            look("");
            search.current?.focus();
          }}
        />
      )}
      {shown.length > 1 && (
        <Button className={classes.all ?? ""} size="compact-xs" variant="subtle" onClick={() => onToggleShown(shown)}>
          {t(allChosen(shown) ? "facetPanel.unselectShown" : "facetPanel.selectShown", { count: shown.length })}
        </Button>
      )}
      {/* It does not scroll itself: not every browser lets a fieldset do that. */}
      <fieldset aria-label={title} onKeyDown={move}>
        <div ref={list} className={classes.list}>
          {shown.map((option) => (
            <FacetRow
              key={option.key}
              {...(role ? { role } : {})}
              option={option}
              tabStop={option.key === stop}
              autoFocus={option.key === stop && !searchable}
              onFocus={() => setCurrent(option.key)}
              {...actions}
            />
          ))}
          {shown.length === 0 && text !== "" && pasted.length < 2 && (
            <Text size="xs" c="dimmed" className={classes.note} role="status">
              {noMatch ?? t("facetPanel.noMatch", { text })}
            </Text>
          )}
          {hasNotSet && text === "" && <NotSetRow {...notSet} tabStop={shown.length === 0} />}
        </div>
      </fieldset>
    </>
  );
}
