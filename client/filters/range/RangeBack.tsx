import { Button } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { formatList } from "../../format/list.ts";
import { rolesOfStep, stepBack, useStep } from "../../view/steps.ts";
import type { View } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import classes from "./RangePicker.module.css";
import { rangeLabel } from "./range-label.ts";

type RangeBackProps = { view: View; onChange: (next: View) => void };

/** Takes back what a click on a chart, or a selection in it, made of the view: the range, and the filter that came with it. */
export function RangeBack({ view, onChange }: RangeBackProps) {
  const step = useStep(view);
  if (!step) return null;
  const { range } = step.before;
  const label =
    range.kind === "relative"
      ? t(`filters.range.back.${range.unit}`, { count: range.amount })
      : t(`filters.range.back.${range.kind}`, { range: rangeLabel(range) });
  const roles = rolesOfStep(step).map((role) => t(`filters.inSentence.${role}`));
  const title = roles.length > 0 ? t("filters.range.back.filter", { back: label, roles: formatList(roles) }) : label;
  return (
    <Button
      classNames={{ root: classes.back ?? "" }}
      size="xs"
      variant="subtle"
      title={title}
      leftSection={<IconArrowBackUp size="0.875rem" aria-hidden="true" />}
      onClick={() => onChange(stepBack(view, step))}
    >
      {label}
    </Button>
  );
}
