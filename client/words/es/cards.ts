import type { later } from "../en-later.ts";
import type { Translated } from "../translated.ts";

export const cards: Translated<(typeof later)["cards"]> = {
  chosen: "Tarjetas visibles",
  usual: "Tarjetas habituales",
  up: "Subir {label}",
  down: "Bajar {label}",
  moved: "{label} es la tarjeta {place, number} de {count, number}.",
  expand: "A todo el ancho",
  shrink: "Volver a su sitio",
  expandOf: "{title}: a todo el ancho",
};
