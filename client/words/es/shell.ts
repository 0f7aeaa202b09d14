import type { en } from "../en.ts";
import type { Translated } from "../translated.ts";

export const shell: Translated<(typeof en)["shell"]> = {
  opening: "Abriendo la cuenta",
  waiting: "Twilio nos pide esperar: seguimos en {seconds, number} s.",
  tryAgain: "Reintentar",
  dismissNotes: "Descartar las notas",
  sample: "muestra",
  sampleHint:
    "Datos de muestra incorporados: no hay credenciales de Twilio. Nada de esto es una conversación real.",
  account: "Cuenta de Twilio que termina en {end}",
  theme: "Tema: {name}",
  themes: { auto: "Como el sistema", light: "Claro", dark: "Oscuro" },
  language: "Idioma: {name}",
};
