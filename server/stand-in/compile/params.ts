import { BIGINT, DOUBLE, type DuckDBType, type DuckDBValue, LIST, listValue, VARCHAR } from "@duckdb/node-api";

/** Collects the values of a statement; what it gives back is only ever a placeholder such as `$3`. */
export class Params {
  readonly values: DuckDBValue[] = [];
  readonly types: DuckDBType[] = [];

  integer(value: number): string {
    return this.#add(BigInt(value), BIGINT);
  }

  number(value: number): string {
    return this.#add(value, DOUBLE);
  }

  text(value: string): string {
    return this.#add(value, VARCHAR);
  }

  integers(values: readonly number[]): string {
    return this.#add(listValue(values.map(BigInt)), LIST(BIGINT));
  }

  numbers(values: readonly number[]): string {
    return this.#add(listValue(values), LIST(DOUBLE));
  }

  texts(values: readonly string[]): string {
    return this.#add(listValue(values), LIST(VARCHAR));
  }

  #add(value: DuckDBValue, type: DuckDBType): string {
    this.values.push(value);
    this.types.push(type);
    return `$${this.values.length}`;
  }
}
