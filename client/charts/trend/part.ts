import type { ChartSetting } from "../card/setting.ts";
import type { TrendRow } from "./prepare.ts";

/** Takes one sentiment in one bucket, or leaves it out there. False where it cannot be asked for. */
export type TakePart = (key: string, row: TrendRow, exclude: boolean) => boolean;

/**
 * Takes a sentiment by its key in the trend, which knows no spellings; undefined where nothing can be taken. What has
 * none, because it is not set, cannot be asked for here: the filter finds out first whether Twilio can.
 */
export function partTaker({
  breakdowns: { sentiment },
  onPart,
}: Pick<ChartSetting, "breakdowns" | "onPart">): TakePart | undefined {
  if (!onPart) return undefined;
  const entries = sentiment.status === "ready" ? sentiment.data.entries : [];
  return (key, { start: from, end: to }, exclude) => {
    const spellings = entries.find((entry) => entry.key === key)?.spellings;
    if (spellings) onPart({ role: "sentiment", spellings, from, to, exclude });
    return spellings !== undefined;
  };
}

/** The layer that an event is over: its key, and the place of its bucket where it tells that itself. */
export function layerOf(target: EventTarget): { key: string; bucket: number | undefined } | undefined {
  const layer = target instanceof Element ? target.closest<HTMLElement | SVGElement>("[data-layer]") : null;
  const { layer: key, bucket } = layer?.dataset ?? {};
  return key === undefined ? undefined : { key, bucket: bucket === undefined ? undefined : Number(bucket) };
}

/** Whether a finger touched: it wants to read, as touch has no hover. */
export function isTouch(event: Event): boolean {
  return event instanceof window.PointerEvent && event.pointerType === "touch";
}
