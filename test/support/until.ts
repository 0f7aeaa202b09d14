import { vi } from "vitest";

/** Looks again until a statement holds. For what never comes: vitest's own second is too short for a busy machine. */
export function until<Value>(look: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(look, { timeout: 20_000 });
}
