import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { ConfigError } from "./config-error.ts";

/** Environment variables by name. */
export type Env = Record<string, string | undefined>;

/** The variables of `.env` in the working folder, where there is one, under those of the process. */
export function loadEnv(): Env {
  let file = "";
  try {
    file = readFileSync(".env", "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) {
      throw new ConfigError(".env could not be read; make it a readable file or remove it.");
    }
  }
  return { ...parseEnv(file), ...process.env };
}
