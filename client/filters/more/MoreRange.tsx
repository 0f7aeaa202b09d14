import { Button, Text, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { typedDecimal } from "../../format/decimal.ts";
import { withMore } from "../../view/choose.ts";
import type { View } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { DraftEndInput } from "../range/DraftEndInput.tsx";
import classes from "../range/FixedRange.module.css";
import { askedText, type CheckedRange, checkNumbers, checkTimes, draftTimes, moreRange } from "./more-range.ts";

type MoreRangeProps = {
  field: string;
  label: string;
  view: View;
  onChange: (next: View) => void;
  onDone: () => void;
};

type RangeFormProps = MoreRangeProps & { checked: CheckedRange; touched: boolean; children: ReactNode };

/** Two ends of any kind, Apply, and a way to take the filter off. */
function RangeForm({ field, label, view, onChange, onDone, checked, touched, children }: RangeFormProps) {
  const { from, to } = moreRange(view, field);
  const isSet = from !== undefined || to !== undefined;
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (!checked.ok) return;
    onChange(withMore(view, { kind: "range", field, ...checked.range }));
    onDone();
  };
  const remove = () => {
    onChange(withMore(view, { kind: "range", field, from: undefined, to: undefined }));
    onDone();
  };
  return (
    <form className={classes.more} noValidate onSubmit={apply} aria-label={label}>
      {children}
      <Text size="xs" className={classes.exact} data-problem={touched || undefined} role="status">
        {touched && !checked.ok ? checked.problem : ""}
      </Text>
      <Button size="xs" type="submit" aria-disabled={!checked.ok} data-disabled={!checked.ok}>
        {t("fieldFilter.apply")}
      </Button>
      {isSet && (
        <Button size="xs" variant="subtle" onClick={remove}>
          {t("fieldFilter.remove")}
        </Button>
      )}
    </form>
  );
}

/** A field of numbers between two of them. */
export function MoreNumbers(props: MoreRangeProps) {
  const range = moreRange(props.view, props.field);
  const [draft, setDraft] = useState({ from: typedDecimal(range.from ?? ""), to: typedDecimal(range.to ?? "") });
  const [touched, setTouched] = useState(false);
  const checked = checkNumbers(draft.from, draft.to);
  const input = (end: "from" | "to") => (
    <TextInput
      size="xs"
      inputMode="decimal"
      label={t(`fieldFilter.${end}`)}
      data-autofocus={end === "from" || undefined}
      error={touched && !checked.ok}
      value={draft[end]}
      onChange={({ currentTarget }) => {
        setTouched(true);
        setDraft({ ...draft, [end]: currentTarget.value });
      }}
    />
  );
  return (
    <RangeForm {...props} checked={checked} touched={touched}>
      {input("from")}
      {input("to")}
      {checked.ok && (
        <Text size="xs" c="dimmed">
          {askedText(checked.range)}
        </Text>
      )}
    </RangeForm>
  );
}

/** A field of times between two of them, in the view's zone. */
export function MoreTimes(props: MoreRangeProps) {
  const { view, field } = props;
  const [draft, setDraft] = useState(() => draftTimes(moreRange(view, field), view.zone));
  const [touched, setTouched] = useState(false);
  const checked = checkTimes(draft, view.zone);
  const change = (next: typeof draft) => {
    setTouched(true);
    setDraft(next);
  };
  const invalid = touched && !checked.ok;
  return (
    <RangeForm {...props} checked={checked} touched={touched}>
      <DraftEndInput
        first
        label={t("rangePanel.from")}
        clearLabel={t("rangePanel.clearFrom")}
        end={draft.from}
        invalid={invalid}
        onChange={(from) => change({ ...draft, from })}
      />
      <DraftEndInput
        label={t("rangePanel.to")}
        clearLabel={t("rangePanel.clearTo")}
        end={draft.to}
        invalid={invalid}
        onChange={(to) => change({ ...draft, to })}
      />
    </RangeForm>
  );
}
