/** Whether a type that an account's metadata gives is one of times. Accounts write types as they like. */
export function isTimeType(type: string | null | undefined): boolean {
  return /time|date/i.test(type ?? "");
}

/** Whether it is one of numbers: `number`, `Int64`, `Nullable(Float64)`; an interval is none. */
export function isNumberType(type: string | null | undefined): boolean {
  return /^(nullable\()?(u?int(?!erval)|big_?int|small_?int|number|numeric|float|double|decimal|long)/i.test(
    type ?? "",
  );
}

/** Whether it is one of yes and no. */
export function isFlagType(type: string | null | undefined): boolean {
  return /bool/i.test(type ?? "");
}
