import { createHash } from "node:crypto";
import type { Plan } from "./plan.ts";

/** Tokens whose plans are remembered. */
const mostTokens = 5000;

/** Bytes of requests that are remembered; the plans longest unused make room. */
const mostBytes = 16 * 1024 * 1024;

/** The plans that pages are still asked of, by their names. A token names its plan instead of holding it. */
export type Plans = {
  keep(plan: Plan): string;
  find(name: string): Plan | undefined;
  /** Remembers which plan one of the API's own tokens belongs to. */
  follow(token: string | undefined, name: string): void;
  followed(token: string): Plan | undefined;
};

export function rememberPlans(): Plans {
  const byName = new Map<string, { plan: Plan; bytes: number }>();
  const byToken = new Map<string, string>();
  let bytes = 0;

  function put(name: string, plan: Plan, size: number): void {
    if (byName.delete(name)) bytes -= size;
    byName.set(name, { plan, bytes: size });
    bytes += size;
    for (const [oldest, one] of byName) {
      if (bytes <= mostBytes || oldest === name) break;
      byName.delete(oldest);
      bytes -= one.bytes;
    }
  }

  function find(name: string): Plan | undefined {
    const found = byName.get(name);
    if (found) put(name, found.plan, found.bytes);
    return found?.plan;
  }

  return {
    keep(plan) {
      const text = JSON.stringify(plan);
      const name = createHash("sha256").update(text).digest("base64url").slice(0, 22);
      put(name, plan, text.length);
      return name;
    },
    find,
    follow(token, name) {
      if (token === undefined) return;
      byToken.delete(token);
      byToken.set(token, name);
      const [oldest] = byToken.keys();
      if (byToken.size > mostTokens && oldest !== undefined) byToken.delete(oldest);
    },
    followed: (token) => find(byToken.get(token) ?? ""),
  };
}
