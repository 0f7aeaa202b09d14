import type { languages } from "../../sample/sets.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { hi } from "./hi.ts";
import { ja } from "./ja.ts";
import { pt } from "./pt.ts";
import { ru } from "./ru.ts";
import type { Dialogue } from "./types.ts";
import { zh } from "./zh.ts";

/** What people say, in every language of the sample. */
export const dialogues: Record<(typeof languages)[number], Dialogue> = { ar, de, en, es, fr, hi, ja, pt, ru, zh };
