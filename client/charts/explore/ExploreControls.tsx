import { SegmentedControl, Select } from "@mantine/core";
import { type Explore, type ExploreLook, exploreLooks, exploreTops } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import classes from "./Explore.module.css";
import { ExplorePicker } from "./ExplorePicker.tsx";
import type { ExploreField } from "./explore.ts";

type ExploreControlsProps = {
  measures: readonly ExploreField[];
  dimensions: readonly ExploreField[];
  /** The fields that can split those. */
  splits: readonly ExploreField[];
  chosen: Partial<Explore>;
  onPick: (change: Partial<Explore>) => void;
  /** How it is drawn; undefined where there is no choice. */
  look: ExploreLook | undefined;
  /** Whether a number of values can be chosen. */
  hasTop: boolean;
};

const all = "all";

/** What a chart of one's own shows, and how it is drawn. */
export function ExploreControls({ measures, dimensions, splits, chosen, onPick, look, hasTop }: ExploreControlsProps) {
  const { measure, dimension, split, top } = chosen;
  return (
    <div className={classes.pickers}>
      <ExplorePicker
        label={t("charts.explore.measure")}
        fields={measures}
        value={measure}
        onPick={(name) => onPick({ measure: name })}
      />
      <ExplorePicker
        label={t("charts.explore.dimension")}
        fields={dimensions}
        value={dimension}
        onPick={(name) => onPick({ dimension: name })}
      />
      <ExplorePicker
        label={t("charts.explore.split")}
        none={{ label: t("charts.explore.noSplit"), onPick: () => onPick({ split: undefined }) }}
        fields={splits}
        value={split}
        onPick={(name) => onPick({ split: name })}
      />
      {hasTop && (
        <Select
          className={classes.top ?? ""}
          size="xs"
          aria-label={t("charts.explore.topLabel")}
          allowDeselect={false}
          value={top === undefined ? all : String(top)}
          data={[
            { value: all, label: t("charts.explore.allValues") },
            ...exploreTops.map((count) => ({ value: String(count), label: t("charts.explore.topCount", { count }) })),
          ]}
          onChange={(value) => onPick({ top: exploreTops.find((one) => String(one) === value) })}
        />
      )}
      {look && (
        <SegmentedControl
          className={classes.look ?? ""}
          size="xs"
          aria-label={t("charts.explore.look")}
          value={look}
          data={exploreLooks.map((value) => ({ value, label: t(`charts.explore.looks.${value}`) }))}
          onChange={(value) => onPick({ look: exploreLooks.find((one) => one === value) })}
        />
      )}
    </div>
  );
}
