import { useIsEstimate } from "../insights/estimate.ts";
import { ConversationTable } from "../table/ConversationTable.tsx";
import { useSelection } from "../table/select/use-selection.ts";
import { clearChosen, hasChosen } from "../view/choose.ts";
import { sharedAddressOf } from "../view/look.ts";
import { withColumns, withOpen, withRange, withSort } from "../view/view.ts";
import { exportWords } from "./export-words.ts";
import { SelectionPlace } from "./SelectionPlace.tsx";
import type { useDashboard } from "./use-dashboard.ts";

const wideRange = { kind: "relative", amount: 90, unit: "day" } as const;

/** The conversations of the view, with all that can be done with them. */
export function ViewTable({ dashboard }: { dashboard: ReturnType<typeof useDashboard> }) {
  const { view, setView, fields, rows, shown, rowIsConversation, pin, counted } = dashboard;
  const found = rows.ended && !rows.isUpdating ? rows.count + rows.leftOut.outside : undefined;
  const isEstimate = useIsEstimate(view, fields, pin, { found, counted });
  const selection = useSelection(view);
  const { id } = fields.roles;
  const time = fields.roles.time?.shown;
  const isShown = shown.some(({ field }) => field === view.sort?.field);
  const sortedBy = dashboard.selectable.find(({ field }) => field === view.sort?.field);
  return (
    <ConversationTable
      rows={rows}
      columns={shown}
      zone={view.zone}
      sort={view.sort}
      usualSort={time ? { field: time, direction: "DESC" } : undefined}
      onSort={(sort) => setView(withSort(view, sort))}
      hiddenSort={isShown ? undefined : sortedBy?.label}
      onColumns={(fields) => setView(withColumns(view, fields))}
      filtered={hasChosen(view)}
      onClearFilters={() => setView(clearChosen(view))}
      onWiden={time ? () => setView(withRange(view, wideRange)) : undefined}
      noun={rowIsConversation ? "conversation" : "row"}
      counted={counted}
      isCounting={dashboard.isCounting}
      isEstimate={isEstimate}
      inexact={dashboard.inexact}
      spread={dashboard.spread}
      hollow={dashboard.hollow}
      selecting={
        id && {
          selection,
          idField: id.field,
          bar: (toList) => (
            <SelectionPlace
              {...{ selection, id, toList, subject: dashboard.export, words: exportWords(dashboard), pinId: pin.id }}
            />
          ),
        }
      }
      opening={
        id && {
          idField: id.field,
          openId: view.open,
          onOpen: (open) => setView(withOpen(view, open)),
          linkTo: (open) => sharedAddressOf(withOpen(view, open)),
        }
      }
    />
  );
}
