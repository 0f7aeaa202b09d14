import type { en } from "../en.ts";
import type { Translated } from "../translated.ts";

export const shell: Translated<(typeof en)["shell"]> = {
  opening: "Abriendo la cuenta",
  waiting: "Twilio nos pide esperar: seguimos en {seconds, number} s.",
  tryAgain: "Reintentar",
  dismissNotes: "Descartar las notas",
  refresh: "Actualizar",
  asOf: "A las {clock}",
  theme: "Tema: {name}",
  themes: { auto: "Como el sistema", light: "Claro", dark: "Oscuro" },
  language: "Idioma: {name}",
};
