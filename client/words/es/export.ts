import type { en } from "../en.ts";
import type { Translated } from "../translated.ts";

export const exporting: Translated<(typeof en)["exporting"]> = {
  button: "Exportar CSV",
  notice: "Exportación",
  running: "Exportando: {count, plural, one {# fila} other {# filas}} por ahora",
  done: "{count, plural, one {Se exportó # fila} other {Se exportaron # filas}}",
  doneMore: "Todas, en {name}.",
  cancelled: "Exportación cancelada",
  cancelledMore: "No se escribió ningún archivo.",
  failed: "La exportación se detuvo tras {count, plural, one {# fila} other {# filas}}",
  failedMore: "{title}. No se escribió ningún archivo. {advice}",
  cancel: "Cancelar",
  dismiss: "Descartar",
};
