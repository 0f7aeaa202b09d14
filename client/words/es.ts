import type { en } from "./en.ts";
import { shell } from "./es/shell.ts";
import type { Translated } from "./translated.ts";

export const es: Translated<typeof en> = { shell };
