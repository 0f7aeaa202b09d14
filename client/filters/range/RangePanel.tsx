import "@mantine/dates/styles.layer.css";
import { Switch } from "@mantine/core";
import { type TimeRange, type View, withCompare, withRange, withZone } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { FixedRange } from "./FixedRange.tsx";
import classes from "./RangePanel.module.css";
import { RangePresets } from "./RangePresets.tsx";
import { ZoneSelect } from "./ZoneSelect.tsx";

type RangePanelProps = { view: View; onChange: (next: View) => void; now: number; onDone: () => void };

/** Everything about the time range: presets, zone, comparison, and two days of one's own. */
export function RangePanel({ view, onChange, now, onDone }: RangePanelProps) {
  const choose = (range: TimeRange) => {
    onChange(withRange(view, range));
    onDone();
  };
  return (
    <div className={classes.panel}>
      <RangePresets range={view.range} onPick={choose} />
      <div className={classes.own}>
        <ZoneSelect zone={view.zone} now={now} onChange={(zone) => onChange(withZone(view, zone))} />
        <Switch
          size="xs"
          label={t("rangePanel.compare")}
          checked={view.compare}
          onChange={({ currentTarget }) => onChange(withCompare(view, currentTarget.checked))}
        />
        <FixedRange range={view.range} zone={view.zone} now={now} onApply={choose} />
      </div>
    </div>
  );
}
