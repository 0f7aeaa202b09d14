import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { FieldRoles } from "../../../contract/fields.ts";
import { allPagesQuery } from "../../api/all-pages.ts";
import { type Async, hasFailed } from "../../api/async.ts";
import { joinTold, nothingTold, toldOfMembers } from "../../api/told.ts";
import { whyAbsent } from "../../insights/absent.ts";
import { anyValueLeaf, filterGroups, readCube, singleCount, totalOf } from "../../insights/cube.ts";
import { estimateQuery } from "../../insights/estimate.ts";
import { separateQueries } from "../../insights/separate-queries.ts";
import { isTakenApart, useCube } from "../../insights/use-cube.ts";
import { conditionLeaves, countRequest } from "../../view/compile.ts";
import type { Pin } from "../../view/pin.ts";
import type { View } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { type Crossing, crossChannels } from "./crossing.ts";

/**
 * What the small cube cannot give: the pairs, the channels, the conversations, and of each channel those that have a
 * sentiment. The last is known to be needed, and can be asked for, once the pairs are there.
 */
function useParts(view: View, fields: FieldRoles, pin: Pin, enabled: boolean) {
  const { channel, sentiment } = fields.roles;
  const [channelField, sentimentField] = [channel?.field ?? "", sentiment?.field ?? ""];
  const ask = (dimensions: string[], more: Parameters<typeof countRequest>[5]) =>
    allPagesQuery(countRequest(view, fields, pin.window, dimensions, { kind: "all" }, more), pin.id);
  const ofChannel = conditionLeaves(channel);
  const conditions = [...ofChannel, ...conditionLeaves(sentiment)];
  const [pairs, byChannel, all] = useQueries({
    queries: [
      { ...ask([channelField, sentimentField], conditions), enabled },
      { ...ask([channelField], ofChannel), enabled },
      { ...ask([], []), enabled },
    ],
  });
  const { roles } = fields;
  const crossed = useMemo(() => pairs.data && readCube(pairs.data.rows, roles), [pairs.data, roles]);
  const channels = useMemo(() => byChannel.data && readCube(byChannel.data.rows, roles), [byChannel.data, roles]);
  const known = crossed !== undefined && channels !== undefined;
  const felt = known && crossed.some(({ members }) => members.sentiment.length > 0);
  const feeling = felt ? [...ofChannel, anyValueLeaf(sentimentField, "sentiment", crossed)] : [];
  const reached = known && channels.some(({ members }) => members.channel.length > 0);
  const reaching = reached ? [anyValueLeaf(channelField, "channel", channels)] : [];
  const [covered, having] = useQueries({
    queries: [
      { ...ask([channelField], [...conditionLeaves(sentiment), ...feeling]), enabled: enabled && felt },
      { ...ask([], [...ofChannel, ...reaching]), enabled: enabled && reached },
    ],
  });
  const asked = [pairs, byChannel, all, ...(felt ? [covered] : []), ...(reached ? [having] : [])];
  const data = useMemo((): Crossing | undefined => {
    if (!crossed || !channels || !all.data || (felt && !covered.data) || (reached && !having.data)) return undefined;
    const answers = [pairs.data, byChannel.data, all.data, covered.data, having.data];
    const told = joinTold(answers.map((answer) => answer?.told));
    const crossing = crossChannels({
      pairs: crossed,
      byChannel: channels,
      count: singleCount(all.data.rows, roles),
      apart: {
        withSentiment: readCube(covered.data?.rows ?? [], roles),
        withChannel: singleCount(having.data?.rows ?? [], roles),
        isLacking: told.lost > 0,
      },
    });
    return { ...crossing, told };
  }, [crossed, channels, pairs.data, byChannel.data, all.data, felt, covered.data, reached, having.data, roles]);
  return { data, failed: asked.find(hasFailed) };
}

/**
 * Sentiment by channel. From the small cube, which is there already, where its rows add up; else from queries by both
 * fields, by channel, and for the number of conversations.
 */
export function useCrossing(view: View, fields: FieldRoles, pin: Pin): Async<Crossing> {
  const { channel, sentiment, count } = fields.roles;
  const { known, refused, isEstimate, updating, failed } = useCube(view, fields, pin);
  const isApart =
    (known !== undefined || refused) &&
    separateQueries(view, fields, known?.addsUp === true).some(
      ({ role }) => role === "channel" || role === "sentiment",
    );
  const parts = useParts(view, fields, pin, isApart && !updating);
  const inParts = useQuery({ ...estimateQuery(view, fields, pin, { kind: "all" }), enabled: isApart && isEstimate });
  const near = (isEstimate && inParts.data) || undefined;
  const joint = useMemo((): Crossing | undefined => {
    if (!known || isApart) return undefined;
    const chosen = filterGroups(known.groups, view.chosen);
    return { ...crossChannels({ pairs: chosen, byChannel: chosen, count: totalOf(chosen) }), told: known.told };
  }, [known, isApart, view.chosen]);
  const isMembers = isTakenApart(known);
  const apart = useMemo((): Crossing | undefined => {
    if (!parts.data) return undefined;
    const { rows } = parts.data;
    const told = joinTold([parts.data.told, near && { ...nothingTold, near }]);
    if (!isMembers) return { ...parts.data, told };
    return {
      ...parts.data,
      told: toldOfMembers(
        told,
        "channel",
        rows.map(({ key }) => key),
        view,
      ),
    };
  }, [parts.data, near, isMembers, view]);

  if (!count) return { status: "absent", reason: t("charts.absent.count") };
  if (!channel) return { status: "absent", reason: whyAbsent("channel", fields) };
  if (!sentiment) return { status: "absent", reason: whyAbsent("sentiment", fields) };
  const wrong = failed ?? (isApart ? parts.failed : undefined);
  if (wrong) return { status: "failed", error: wrong.error, retry: () => void wrong.refetch() };
  if (joint) return { status: "ready", data: joint, updating };
  return apart ? { status: "ready", data: apart, updating: false } : { status: "loading" };
}
