import type { later } from "../en-later.ts";
import type { Translated } from "../translated.ts";

export const multiples: Translated<(typeof later)["multiples"]> = {
  sentiment: "Sentimiento",
  channel: "Canales",
  language: "Idiomas",
  more: "{count, number} más",
  moreOf: "{title}: {count, number} más",
  notesOf: "Notas sobre {title}",
  notesHint: "Muestra la nota completa",
  before: "anterior {count, number}",
  hour: "{title} por hora. Las flechas leen, Intro muestra una hora, Mayús y las flechas seleccionan varias.",
  day: "{title} por día. Las flechas leen, Intro muestra un día, Mayús y las flechas seleccionan varios.",
};
