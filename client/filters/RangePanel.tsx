import { type TimeRange, type View, withRange, withZone } from "../view/view.ts";
import { FixedRange } from "./FixedRange.tsx";
import classes from "./RangePanel.module.css";
import { RangePresets } from "./RangePresets.tsx";
import { ZoneSelect } from "./ZoneSelect.tsx";

type RangePanelProps = { view: View; onChange: (next: View) => void; now: number; onDone: () => void };

/** Everything about the time range: presets, zone, and two days of one's own. */
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
        <FixedRange range={view.range} zone={view.zone} now={now} onApply={choose} />
      </div>
    </div>
  );
}
