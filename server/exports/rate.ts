const windowMs = 30_000;

/** How many rows a second came over the last half minute. */
export type RateMeter = { note(rows: number): void; rate(): number | undefined };

export function rateMeter(now: () => number = () => performance.now()): RateMeter {
  let samples: { at: number; rows: number }[] = [];
  return {
    note(rows) {
      const at = now();
      const last = samples.at(-1);
      if (last && at - last.at < 200) last.rows = rows;
      else samples.push({ at, rows });
      samples = samples.filter((sample) => at - sample.at <= windowMs);
    },
    rate() {
      const first = samples[0];
      const last = samples.at(-1);
      if (!first || !last || last.at <= first.at) return undefined;
      return Math.round(((last.rows - first.rows) / (now() - first.at)) * 1000);
    },
  };
}
