import { Button, Text, TextInput, UnstyledButton } from "@mantine/core";
import { IconChevronLeft, IconSearch } from "@tabler/icons-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { labelInUnit, type ViewColumn } from "../../view/columns.ts";
import type { View } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import classes from "./AddFilter.module.css";
import { type Addable, addableFields, searchFields, wayOf } from "./addable.ts";
import { MoreLoaded } from "./MoreLoaded.tsx";
import { MoreNumbers, MoreTimes } from "./MoreRange.tsx";
import { MoreValues } from "./MoreValues.tsx";

export type AddFilterProps = {
  view: View;
  onChange: (next: View) => void;
  addable: Addable;
  /** The field whose filter is to be changed; else all fields come first. */
  field?: string | undefined;
};

type PanelProps = AddFilterProps & { onDone: () => void };

type FieldListProps = {
  columns: readonly ViewColumn[];
  former: string | undefined;
  onPick: (column: ViewColumn) => void;
};

function FieldList({ columns, former, onPick }: FieldListProps) {
  const [text, setText] = useState("");
  const found = searchFields(columns, text);
  const back = useRef<HTMLButtonElement>(null);
  // Once, and not whenever typing brings the line back: the focus is in the search by then, or has left the list.
  useEffect(() => back.current?.focus(), []);
  return (
    <>
      <TextInput
        className={classes.search}
        size="xs"
        type="search"
        data-autofocus={former === undefined || undefined}
        aria-label={t("fieldFilter.search")}
        placeholder={t("fieldFilter.search")}
        leftSection={<IconSearch size="0.875rem" aria-hidden="true" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className={classes.fields} aria-label={t("filters.more.title")}>
        {found.map((column) => (
          <li key={column.field}>
            <UnstyledButton
              className={classes.field}
              ref={column.field === former ? back : undefined}
              title={column.description}
              onClick={() => onPick(column)}
            >
              <span>{column.label}</span>
              {column.description && <span className={classes.description}>{column.description}</span>}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <Text size="xs" c="dimmed" role="status" className={classes.note}>
          {t("fieldFilter.none")}
        </Text>
      )}
    </>
  );
}

type OneFieldProps = PanelProps & {
  column: ViewColumn;
  /** Whether the list of fields was left for it; else the dialog that opened with it leads the focus. */
  isPicked: boolean;
  onBack: () => void;
};

function OneField({ view, onChange, addable, onDone, column, isPicked, onBack }: OneFieldProps) {
  const { field, label } = column;
  const way = wayOf(column);
  const section = useRef<HTMLElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const focusInput = useCallback(
    () => section.current?.querySelector<HTMLElement>("input:not([type=checkbox])")?.focus(),
    [],
  );
  // The button that was pressed is gone with the list of fields. What can be typed into comes next, once it is there.
  useEffect(() => {
    if (!isPicked) return;
    back.current?.focus();
    focusInput();
  }, [isPicked, focusInput]);
  const onShown = useCallback(() => {
    if (document.activeElement === back.current) focusInput();
  }, [focusInput]);
  const range = { field, label: labelInUnit(column), view, onChange, onDone };
  const values = { field, label, view, onChange, fields: addable.fields, pin: addable.pin, onShown };
  return (
    <section ref={section} aria-label={t("facetPanel.region", { role: label })}>
      <header className={classes.head}>
        <Button
          ref={back}
          size="compact-xs"
          variant="subtle"
          leftSection={<IconChevronLeft size="0.875rem" aria-hidden="true" />}
          onClick={onBack}
        >
          {t("fieldFilter.back")}
        </Button>
        <Text size="xs" fw={600} truncate>
          {labelInUnit(column)}
        </Text>
      </header>
      {way === "numbers" && <MoreNumbers {...range} />}
      {way === "times" && <MoreTimes {...range} />}
      {way === "values" && <MoreValues {...values} />}
      {way === "loaded" && <MoreLoaded {...values} loadedRows={addable.loadedRows} />}
    </section>
  );
}

/** Any other field of the account, and then its values or its range. */
export function AddFilterPanel(props: PanelProps) {
  const [picked, setPicked] = useState(props.addable.columns.find(({ field }) => field === props.field));
  const [former, setFormer] = useState<string>();
  const back = () => {
    setFormer(picked?.field);
    setPicked(undefined);
  };
  const isPicked = picked?.field !== props.field || former !== undefined;
  if (picked) return <OneField {...props} column={picked} isPicked={isPicked} onBack={back} />;
  return <FieldList columns={addableFields(props.addable)} former={former} onPick={setPicked} />;
}
