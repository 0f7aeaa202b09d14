import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { FieldRoles } from "../../contract/fields.ts";
import { conditionLeaves, countRequest } from "../view/compile.ts";
import type { Pin } from "../view/pin.ts";
import type { View } from "../view/view.ts";
import { t } from "../words/words.ts";
import type { Async } from "./async.ts";
import { type Crossing, crossChannels } from "./crossing.ts";
import { filterGroups, readCube, singleCount, totalOf } from "./cube.ts";
import { smallCubeQueries } from "./small-cube.ts";
import { wantedSeparately } from "./wanted.ts";
import { wholeQuery } from "./whole.ts";

/**
 * Sentiment by channel. From the small cube, which is there already, where its rows add up; else from queries by both
 * fields, by channel, and for the number of conversations.
 */
export function useCrossing(view: View, fields: FieldRoles, pin: Pin): Async<Crossing> {
  const { roles } = fields;
  const { channel, sentiment, count } = roles;
  const possible = channel !== undefined && sentiment !== undefined && count !== undefined;
  const small = smallCubeQueries(view, fields, pin);
  const cube = useQuery({ ...small.cube, enabled: possible });
  const total = useQuery({ ...small.total, enabled: possible });
  const groups = useMemo(() => cube.data && readCube(cube.data, roles), [cube.data, roles]);
  const known = groups !== undefined && total.data !== undefined;
  const addsUp = known && totalOf(groups) === singleCount(total.data, roles);
  const separate =
    known && wantedSeparately(view, fields, addsUp).some(({ role }) => role === "channel" || role === "sentiment");

  const conditions = [...conditionLeaves(channel), ...conditionLeaves(sentiment)];
  const ask = (dimensions: string[], more = conditions) =>
    wholeQuery(countRequest(view, fields, pin.window, dimensions, { kind: "all" }, more), pin.id);
  const [pairs, byChannel, all] = useQueries({
    queries: [
      { ...ask([channel?.field ?? "", sentiment?.field ?? ""]), enabled: separate },
      { ...ask([channel?.field ?? ""], conditionLeaves(channel)), enabled: separate },
      { ...ask([], []), enabled: separate },
    ],
  });

  const data = useMemo((): Crossing | undefined => {
    if (!known) return undefined;
    if (!separate) {
      const chosen = filterGroups(groups, view.chosen);
      return crossChannels(chosen, chosen, totalOf(chosen));
    }
    if (!pairs.data || !byChannel.data || !all.data) return undefined;
    return crossChannels(readCube(pairs.data, roles), readCube(byChannel.data, roles), singleCount(all.data, roles));
  }, [known, separate, groups, view.chosen, pairs.data, byChannel.data, all.data, roles]);

  if (!count) return { status: "absent", reason: t("charts.absent.count") };
  if (!channel) return { status: "absent", reason: t("charts.absent.channel") };
  if (!sentiment) return { status: "absent", reason: t("charts.absent.sentiment") };
  const failed = [cube, total, ...(separate ? [pairs, byChannel, all] : [])].find((query) => query.isError);
  if (failed) return { status: "failed", error: failed.error, retry: () => void failed.refetch() };
  return data ? { status: "ready", data, updating: false } : { status: "loading" };
}
