import type { Key } from "./says.ts";
import type { Screen } from "./screen.ts";

/** The account that a state is of: as the sample is, or one that lacks, limits or refuses something. */
export type Account = "sample" | "empty" | "other" | "gone";

/** Something that the screen can be in, from its address to the last press. */
export type State = {
  name: string;
  /** What the address has beside the time and the values; none of it for the view that opens by itself. */
  search?: string;
  /** Only where things have room side by side, or only where they have not. */
  room?: "desk" | "phone";
  account?: Account;
  /** Whether the address may narrow the view to Arabic conversations. True unless said otherwise. */
  takesValues?: boolean;
  /** What has to be on the screen in the end, besides what the group of states has in common. */
  shows?: string;
  /** What has to be said there. */
  tells?: Key;
  /** Never comes to rest. */
  isWaiting?: boolean;
  reach?: (screen: Screen) => Promise<void>;
};

/** Part of a view: the rows or cards of the list, or the cards of the charts. */
export const rows = "tbody td, li[aria-posinset]";
export const charts = "article h2";

/** Says of states that do not say it themselves what they have to show. */
export function showing(shows: string, states: readonly State[]): State[] {
  return states.map((state) => ({ shows, ...state }));
}
