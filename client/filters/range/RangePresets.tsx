import { UnstyledButton } from "@mantine/core";
import type { TimeRange } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import classes from "./RangePresets.module.css";
import { rangeLabel, sameRange } from "./range-label.ts";
import { rangePresets } from "./range-presets.ts";

type RangePresetsProps = { range: TimeRange; onPick: (range: TimeRange) => void };

/** Ranges that are one click away; the one in use is marked. */
export function RangePresets({ range, onPick }: RangePresetsProps) {
  return (
    <fieldset className={classes.presets} aria-label={t("rangePanel.presets")}>
      {rangePresets().map((group) => (
        <div key={group.map(rangeLabel).join()} className={classes.group}>
          {group.map((preset) => {
            const current = sameRange(preset, range);
            return (
              <UnstyledButton
                key={rangeLabel(preset)}
                className={classes.preset}
                aria-pressed={current}
                data-autofocus={current || undefined}
                onClick={() => onPick(preset)}
              >
                {rangeLabel(preset)}
              </UnstyledButton>
            );
          })}
        </div>
      ))}
    </fieldset>
  );
}
