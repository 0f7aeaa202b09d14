import type { Role } from "./role.ts";

/** A unit at the end of a name; which one it is, durations.ts reads. */
const unit = "( in)?( (milliseconds?|millis|ms|seconds?|secs?|s|minutes?|mins?|hours?|hrs?|h))?";

/** How long the whole of a conversation took. Of a part of it, such as a wait, nothing is said here. */
export const duration = {
  playedBy: "dimension",
  value: "number",
  several: false,
  inCube: false,
  personal: false,
  marksCube: false,
  speaksOf: [],
  column: { cell: "duration", place: 10, usual: 0, width: { least: 102, share: 0.3 }, card: [2, "end"] },
  filter: "numbers",
  dependsOnEntity: true,
  names: [
    [new RegExp(`^(total )?(conversation )?durations?${unit}$`), 10],
    [new RegExp(`^(total|overall|full|whole|entire) (conversation )?durations?${unit}$`), 9],
    [new RegExp(`^(total )?(conversation )?(handle|handling) time${unit}$`), 7],
    [new RegExp(`^conversation length${unit}$`), 7],
    [new RegExp(`^(total |conversation )?elapsed( time)?${unit}$`), 6],
  ],
  descriptions: [
    [/^(the )?((total|whole|overall) )?(duration|length) of the (whole )?conversation(,? in \w+)?\.?$/i, 6],
    [/^how long the (whole )?conversation (took|lasted|was)\b/i, 6],
  ],
} as const satisfies Role;
