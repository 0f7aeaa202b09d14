import type { later } from "../en-later.ts";
import type { Translated } from "../translated.ts";

export const settings: Translated<(typeof later)["settings"]> = {
  theme: "Tema",
  themes: { auto: "Sistema", light: "Claro", dark: "Oscuro" },
  language: "Idioma de la pantalla",
  formats: "Formatos",
  formatsHint: "Fechas, números, reloj",
  keys: "Atajos de teclado",
  guide: "Ayuda y guía",
  guideHint: "En inglés, en otra pestaña",
};
