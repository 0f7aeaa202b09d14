/** Environment variables by name. */
export type Env = Record<string, string | undefined>;

/** A setting that stops the start. The message is one sentence that names the variable and never its value. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** A variable without the white space around it, which copying brings along; undefined when empty or unset. */
export function text(env: Env, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

/** A whole number within its limits, or the fallback when unset. */
export function integer(env: Env, name: string, is: { fallback: number; min: number; max: number }): number {
  const value = text(env, name);
  if (value === undefined) return is.fallback;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < is.min || number > is.max) {
    throw new ConfigError(`${name} must be a whole number from ${is.min} to ${is.max}.`);
  }
  return number;
}

/** One of the listed words, or undefined when unset. */
export function listed<Word extends string>(env: Env, name: string, words: readonly Word[]): Word | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  const word = words.find((one) => one === value);
  if (word === undefined) throw new ConfigError(`${name} must be one of ${words.join(", ")}.`);
  return word;
}

const units: Record<string, number> = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };

/** A size such as 500MB or 10 GB, in bytes; the fallback when unset. */
export function bytes(env: Env, name: string, fallback: number): number {
  const value = text(env, name);
  if (value === undefined) return fallback;
  const [, amount, unit] = /^(\d{1,6}(?:\.\d{1,3})?)\s*([KMGT]?B)$/i.exec(value) ?? [];
  const factor = units[unit?.toUpperCase() ?? ""];
  if (factor === undefined) throw new ConfigError(`${name} must be a size such as 500MB or 10GB.`);
  return Math.floor(Number(amount) * factor);
}

/** So many requests in so many seconds. */
export type RateLimit = { requests: number; seconds: number };

/** A limit such as 5/45s; undefined when unset. */
export function rateLimit(env: Env, name: string): RateLimit | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  const [, requests, seconds] = /^([1-9]\d{0,5})\/([1-9]\d{0,4})s$/.exec(value) ?? [];
  if (requests === undefined) throw new ConfigError(`${name} must be a limit such as 5/45s.`);
  return { requests: Number(requests), seconds: Number(seconds) };
}
