import { t } from "../../words/words.ts";
import { pickBars } from "../breakdown/prepare.ts";
import type { ChartSetting } from "../card/setting.ts";
import { barsOfRole } from "./bars-of-role.ts";
import { MoreValues } from "./MoreValues.tsx";
import { Multiple } from "./Multiple.tsx";
import { ValueBars } from "./ValueBars.tsx";

/** As many bars as a small chart has lines. */
export const most = 4;

type BarsMultipleProps = ChartSetting & { of: "channel" | "language" };

/** The most frequent values of a role as bars; the others are one press away. */
export function BarsMultiple({ of: role, ...setting }: BarsMultipleProps) {
  const { state, bars, notesOf, save, filter } = barsOfRole(setting, role);
  const title = t(`multiples.${role}`);
  return (
    <Multiple
      title={title}
      state={state}
      notesOf={notesOf}
      save={save}
      isQuiet
      aside={(data) => (
        <MoreValues
          {...{ title, filter, bars: pickBars(bars(data), most).hidden }}
          population={data.population.count}
        />
      )}
    >
      {(data) => (
        <ValueBars {...{ title, filter }} bars={pickBars(bars(data), most).shown} population={data.population.count} />
      )}
    </Multiple>
  );
}
