import { shell } from "./en/shell.ts";

/** Every sentence of the screen in English, by room. ICU message syntax. */
export const en = { shell } as const;
