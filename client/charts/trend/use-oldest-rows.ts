import { useQuery } from "@tanstack/react-query";
import type { FieldRoles } from "../../../contract/fields.ts";
import { askFirstPage } from "../../api/all-pages.ts";
import { clearChosen } from "../../view/choose.ts";
import { tableRequest } from "../../view/compile.ts";
import type { Pin } from "../../view/pin.ts";
import type { View } from "../../view/view.ts";
import type { Trend } from "./trend.ts";

type Drawn = { trend: Trend | undefined; isFormer: boolean };

/** As few as tell anything: what they hold is not drawn. */
const fewRows = 10;

/**
 * Asks for the oldest rows of a window whose trend holds conversations that are outside of it. An account may read the
 * ends of a window by clocks of its own, which rows beside it show to the server; those of a list that begins with the
 * newest would show it at the list's end, and all figures would be wrong until somebody went there.
 *
 * @param trend as it is drawn; while it is that of the view before, it says nothing of this window.
 */
export function useOldestRows(view: View, fields: FieldRoles, pin: Pin, { trend, isFormer }: Drawn): void {
  const { id, time } = fields.roles;
  const sort = time && { field: time.shown, direction: "ASC" as const };
  const request = sort && tableRequest({ ...clearChosen(view), sort }, fields, [], pin.window);
  useQuery({
    queryKey: ["oldest", pin.id, request],
    queryFn: ({ signal }) => (request ? askFirstPage(request, signal, fewRows) : null),
    enabled: (trend?.outside ?? 0) > 0 && !isFormer && id !== undefined && request !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
