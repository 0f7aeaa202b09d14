import type * as polyfill from "temporal-polyfill/implementation";

/** The built page's own `temporal-polyfill`: see vite.config.ts. */
export const Temporal: typeof polyfill.Temporal =
  Reflect.get(globalThis, "Temporal") ?? (await import("temporal-polyfill/implementation")).Temporal;
