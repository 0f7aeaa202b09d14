import type { en } from "../en.ts";
import type { Translated } from "../translated.ts";

export const filters: Translated<(typeof en)["filters"]> = {
  title: "Filtros",
  titleCount: "Filtros ({count, number})",
  close: "Cerrar los filtros",
  clear: "Quitar",
  clearAll: "Quitar todo",
  done: "Listo",
  cannotHave: "Filtros que esta cuenta no puede tener",
  noField: "Esta cuenta no tiene campo de {role}",
  roles: { channel: "Canal", language: "Idioma", sentiment: "Sentimiento", status: "Estado" },
  inSentence: { channel: "canal", language: "idioma", sentiment: "sentimiento", status: "estado" },
  plurals: { channel: "canales", language: "idiomas", sentiment: "sentimientos", status: "estados" },
  facet: {
    chosen: "{role}, {count, plural, one {# elegido} other {# elegidos}}",
    excluded: "{role}, {count, plural, one {# excluido} other {# excluidos}}",
    chosenAndExcluded:
      "{role}, {all, number}: {count, plural, one {# elegido} other {# elegidos}}, {excluded, plural, one {# excluido} other {# excluidos}}",
  },
  more: {
    add: "Añadir filtro",
    title: "Filtrar por otro campo",
    between: "{from} – {to}",
    atLeast: "≥ {from}",
    atMost: "≤ {to}",
  },
  chips: {
    title: "Filtros elegidos",
    edit: "Cambiar {name}: {label}",
    remove: "Quitar {name}: {label}",
    not: "no {label}",
  },
  range: {
    opening: "Abriendo el periodo",
    title: "Periodo",
    close: "Cerrar el periodo",
    now: "ahora ({clock})",
    today: "Hoy",
    lastHour: "Última hora",
    lastDays: "{count, plural, one {Último # día} other {Últimos # días}}",
    lastHours: "{count, plural, one {Última # hora} other {Últimas # horas}}",
    yesterday: "Ayer",
    thisWeek: "Esta semana",
    lastWeek: "La semana pasada",
    weekFrom: "{week} (desde el {day})",
    thisMonth: "Este mes",
    lastMonth: "El mes pasado",
  },
};
