/** Whether a type that an account's metadata gives is one of times. Accounts write types as they like. */
export function isTimeType(type: string | null | undefined): boolean {
  return /time|date/i.test(type ?? "");
}

/** Whether it is one of numbers: `number`, `Int64`, `Nullable(Float64)`. */
export function isNumberType(type: string | null | undefined): boolean {
  return /^(nullable\()?(u?int|big_?int|small_?int|number|numeric|float|double|decimal|long)/i.test(type ?? "");
}
