/** An account whose pages begin after a number of rows, not after a row. */
export type OffsetPaging = {
  /** No query gives more rows, and none says so. */
  cap: number;
  /** Tells the pages apart in which equals stand in another order each time; equals keep their order when undefined. */
  turn: (() => number) | undefined;
  /** What happens before each further page of a query. */
  arrive: (() => Promise<void>) | undefined;
};
