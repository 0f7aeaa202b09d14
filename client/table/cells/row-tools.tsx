import type { ReactElement } from "react";
import { outline } from "../../ui/outline.tsx";
import { t } from "../../words/words.ts";
import type { HostProps } from "../paint/host.ts";
import { type RowTool, rowTools } from "../tool-of.ts";
import classes from "./row-tools.module.css";

/** Tabler's outlines (MIT), each as one path in a square of 24. */
const paths: Record<RowTool, string> = {
  open: "M3 19a9 9 0 0 1 9 0a9 9 0 0 1 9 0M3 6a9 9 0 0 1 9 0a9 9 0 0 1 9 0M3 6v13M12 6v13M21 6v13",
  link: "M9 15l6 -6M11 6l.463 -.536a5 5 0 0 1 7.071 7.072l-.534 .464M13 18l-.397 .534a5.068 5.068 0 0 1 -7.127 0a4.972 4.972 0 0 1 0 -7.071l.524 -.463",
  menu: "M4 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0M11 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0M18 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0",
};

function label(tool: RowTool): string {
  return tool === "menu" ? t("table.menu.more") : t(`table.menu.${tool}`);
}

/**
 * The buttons of the row under the mouse, at the end of the cell that it is called by. The grid hears them
 * (`use-row-actions.ts`); by keys the same is done from any cell.
 */
export function rowToolButtons(): ReactElement<HostProps> {
  return (
    <span className={classes.tools}>
      {rowTools.map((tool) => (
        <button
          key={tool}
          type="button"
          tabIndex={-1}
          className={classes.tool}
          data-tool={tool}
          aria-label={label(tool)}
          title={label(tool)}
        >
          {outline(paths[tool])}
        </button>
      ))}
    </span>
  );
}
