import type { en } from "../en.ts";
import type { Translated } from "../translated.ts";

export const refresh: Translated<(typeof en)["refresh"]> = {
  now: "Actualizar",
  hint: "Se actualizó el {time}, y los datos de Twilio llevan unos 15 minutos de retraso.",
  fresh: "{count, plural, one {# conversación nueva} other {# conversaciones nuevas}}",
  dataToTime: "Datos hasta las {clock}",
  held: "Límite de solicitudes alcanzado. Continúa en {seconds, number} s",
  withNew: "Actualizar: {count, plural, one {# conversación nueva} other {# conversaciones nuevas}}",
  many: "{count}+",
  look: "Buscar conversaciones nuevas",
  looking: "Buscar conversaciones nuevas: {every}",
  every: { manual: "Manualmente", half: "Cada 30 s", one: "Cada minuto", five: "Cada 5 min" },
};
