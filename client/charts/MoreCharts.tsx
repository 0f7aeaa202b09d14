import type { FieldRoles } from "../../contract/fields.ts";
import { useCrossing } from "../insights/use-crossing.ts";
import { useWeekHours } from "../insights/use-week-hours.ts";
import { withChosen } from "../view/choose.ts";
import type { Pin } from "../view/pin.ts";
import type { View } from "../view/view.ts";
import { CrossingCard } from "./CrossingCard.tsx";
import { WeekCard } from "./WeekCard.tsx";

export type MoreChartsProps = { view: View; fields: FieldRoles; pin: Pin; onView: (view: View) => void };

/** The further cards, which ask for what they show only while they are on the screen. */
export function MoreCharts({ view, fields, pin, onView }: MoreChartsProps) {
  const crossing = useCrossing(view, fields, pin);
  const week = useWeekHours(view, fields, pin);
  return (
    <>
      <CrossingCard
        state={crossing}
        onBoth={(channel, sentiment) =>
          onView(withChosen(withChosen(view, "channel", channel), "sentiment", sentiment))
        }
      />
      <WeekCard state={week} />
    </>
  );
}
