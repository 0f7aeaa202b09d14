const runs = 7;

export function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 1e6);
}

/** The median of some runs in milliseconds, after one that warms up. */
export async function median(work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.round((times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0) * 10) / 10;
}
