/** A row, and the time that its cell shows, as milliseconds since 1970 as if it were UTC. */
export type Shown = { id: string; wallMs: number };

/** What an account lists of a window that is asked for in instants (milliseconds since 1970). */
export type Listed = {
  rows: readonly Shown[];
  /** Whether that is all of the window. */
  isWhole: boolean;
};

export type Window = { from: number; to: number };
