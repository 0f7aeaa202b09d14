import type { later } from "../en-later.ts";
import type { Translated } from "../translated.ts";

export const cards: Translated<(typeof later)["cards"]> = {
  chosen: "Tarjetas",
  usual: "Tarjetas predeterminadas",
  up: "Mover {label} hacia arriba",
  down: "Mover {label} hacia abajo",
  moved: "{label} es la tarjeta {place, number} de {count, number}.",
  expand: "A todo el ancho",
  shrink: "Volver a su sitio",
  expandOf: "{title}: a todo el ancho",
};
