import { type ReactNode, useState } from "react";
import type { Edited } from "../filters/chips.ts";
import { FilterBar } from "../filters/FilterBar.tsx";
import { RangePicker } from "../filters/range/RangePicker.tsx";
import { CopyLink } from "../saved/CopyLink.tsx";
import { SavedViews } from "../saved/SavedViews.tsx";
import { openText } from "../view/use-view.ts";
import { filterRoles } from "../view/view.ts";
import classes from "./FilterLine.module.css";
import type { useDashboard } from "./use-dashboard.ts";

type FilterLineProps = {
  dashboard: ReturnType<typeof useDashboard>;
  /** What of the lens is chosen, at the end of the line. */
  tools: ReactNode;
};

/** What is looked at, in one line under the head: the saved view, the time, the filters. The same in both lenses. */
export function FilterLine({ dashboard, tools }: FilterLineProps) {
  const { view, asked, setView, fields, breakdowns, columns, pin, rows } = dashboard;
  const missing = filterRoles.filter((role) => !fields.roles[role]);
  const [edited, setEdited] = useState<Edited>();
  return (
    <div className={classes.line}>
      <div className={classes.views}>
        <SavedViews view={view} asked={asked} onOpen={openText} onSave={() => setView(view, { replace: true })} />
        <CopyLink view={view} window={pin.window} />
      </div>
      <div className={classes.range}>
        <RangePicker view={view} onChange={setView} now={pin.at} />
      </div>
      <div className={classes.filters} data-filters>
        <FilterBar
          view={view}
          onChange={setView}
          facets={breakdowns.facets}
          missing={missing}
          addable={{ columns, fields, pin, loadedRows: () => rows.index.slice(0, rows.count) }}
          edited={edited}
          onEdit={setEdited}
        />
      </div>
      <div className={classes.tools}>{tools}</div>
    </div>
  );
}
