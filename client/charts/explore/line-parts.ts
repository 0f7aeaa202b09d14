/** A point of a line over time: its value, whether its time is not whole, and whether it may still grow. */
type TimePoint = { value: number | undefined; partial: boolean; fresh: boolean };

/** A point with its value in the solid line and in the dashed one; in both where the one goes over into the other. */
type LinePoint<Point> = Point & { solid: number | undefined; dashed: number | undefined };

function isUnfinished({ partial, fresh }: TimePoint): boolean {
  return partial || fresh;
}

/** Dashes lead to and from each point that is not whole or may still grow; the rest of the line is solid. */
export function lineParts<Point extends TimePoint>(points: readonly Point[]): LinePoint<Point>[] {
  return points.map((point, place) => {
    const around = points.slice(Math.max(0, place - 1), place + 2);
    return {
      ...point,
      solid: isUnfinished(point) ? undefined : point.value,
      dashed: around.some(isUnfinished) ? point.value : undefined,
    };
  });
}

/** The stretches of a line between its gaps. */
export function stretches<T extends { value: number | undefined }>(points: readonly T[]): T[][] {
  const all: T[][] = [[]];
  for (const point of points) {
    if (point.value === undefined) all.push([]);
    else all.at(-1)?.push(point);
  }
  return all.filter((stretch) => stretch.length > 0);
}
