import { IconChartBar, IconList } from "@tabler/icons-react";
import { type KeyboardEvent, useRef } from "react";
import { type Lens, lenses } from "../view/view.ts";
import { t } from "../words/words.ts";
import classes from "./LensSwitch.module.css";

const icons = { conversations: IconList, analysis: IconChartBar } as const;

/** The id of the part of the page that the lenses change. */
export const lensPanelId = "lens";

/** The id of the tab of a lens. */
export function lensTabId(lens: Lens): string {
  return `lens-${lens}`;
}

type LensSwitchProps = { lens: Lens; onLens: (lens: Lens) => void };

/** The two ways to look at the view. The arrow keys lead from one to the other, as between any tabs. */
export function LensSwitch({ lens, onLens }: LensSwitchProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (!/^(Arrow(Left|Right)|Home|End)$/.test(key)) return;
    const other = lenses.find((one) => one !== lens) ?? lens;
    const next = key === "Home" ? lenses[0] : key === "End" ? (lenses.at(-1) ?? lens) : other;
    onLens(next);
    list.current?.querySelector<HTMLElement>(`#${lensTabId(next)}`)?.focus();
  };
  return (
    <div ref={list} className={classes.tabs} role="tablist" aria-label={t("shell.lens.title")}>
      {lenses.map((one) => {
        const Icon = icons[one];
        return (
          <button
            key={one}
            id={lensTabId(one)}
            type="button"
            role="tab"
            className={classes.tab}
            aria-selected={one === lens}
            aria-controls={lensPanelId}
            tabIndex={one === lens ? 0 : -1}
            onClick={() => onLens(one)}
            onKeyDown={onKeyDown}
          >
            <Icon size="1rem" stroke={1.75} aria-hidden />
            {t(`shell.lens.${one}`)}
          </button>
        );
      })}
    </div>
  );
}
