import type { en } from "../en.ts";
import type { Translated } from "../translated.ts";

export const saved: Translated<(typeof en)["saved"]> = {
  button: "Vistas",
  buttonOf: "Vistas: {name}",
  buttonChanged: "Vistas: {name}, cambios sin guardar",
  changed: "Cambios sin guardar",
  link: "Copiar enlace",
};
