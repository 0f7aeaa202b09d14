import { type RefObject, useLayoutEffect, useState } from "react";
import { keep, readKept } from "../browser/storage.ts";
import { Edge } from "../ui/Edge.tsx";
import { rem } from "../ui/rem.ts";
import { useRootFontScale } from "../ui/root-font-scale.ts";
import { t } from "../words/words.ts";
import classes from "./panel.module.css";

const storageKey = "earshot-panel";
const least = 340;
/** The width that what is beside the panel keeps, and never less than half of the page; also in panel.module.css. */
const listKeeps = 640;

function kept(): number | undefined {
  const width = Number(readKept(storageKey) ?? Number.NaN);
  return width >= least ? width : undefined;
}

/** The panel's edge towards the table. Where it was put is kept for this person, as far as the screen has room for it. */
export function PanelEdge({ panel }: { panel: RefObject<HTMLElement | null> }) {
  const [width, setWidth] = useState(kept);
  const fontScale = useRootFontScale();
  const page = window.innerWidth / fontScale;
  useLayoutEffect(() => {
    // Not by React: the whole panel would be drawn again with each pixel. Before it is painted: a panel that is just
    // being opened gets its reference only after what is in it.
    const apply = () => {
      const style = panel.current?.style;
      if (width === undefined) style?.removeProperty("--panel-width");
      else style?.setProperty("--panel-width", rem(width));
    };
    if (panel.current) apply();
    else queueMicrotask(apply);
  }, [panel, width]);
  return (
    <Edge
      side="start"
      label={t("detail.width")}
      width={width}
      least={least}
      most={Math.max(least, Math.floor(Math.min(page / 2, page - listKeeps)))}
      text={width === undefined ? t("table.head.usualWidth") : t("table.head.pixels", { width })}
      title={t("table.head.resize")}
      className={classes.edge}
      onWidth={(next) => {
        setWidth(next);
        keep(storageKey, next === undefined ? undefined : String(next));
      }}
    />
  );
}
