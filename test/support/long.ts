const isLong = process.env.EARSHOT_LONG === "1";

/** How much of a proof is done: a short form with every run of the tests, the long one when `EARSHOT_LONG=1` asks for it. */
export function long(short: number, full: number): number {
  return isLong ? full : short;
}
