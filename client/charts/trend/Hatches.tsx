import type { Series } from "./prepare.ts";

/** The id of the hatching of the n-th series of one chart. */
export function hatchId(chartId: string, index: number): string {
  return `${chartId}-hatch-${index}`;
}

/** Fills for what is not whole: the series' colour, lighter and in stripes. */
export function Hatches({ id, series }: { id: string; series: readonly Series[] }) {
  return (
    <defs>
      {series.map(({ key, color }, index) => (
        <pattern
          key={key}
          id={hatchId(id, index)}
          width={5}
          height={5}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width={5} height={5} fill={color} fillOpacity={0.28} />
          <rect width={2} height={5} fill={color} fillOpacity={0.75} />
        </pattern>
      ))}
    </defs>
  );
}
