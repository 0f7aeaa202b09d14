import type { en } from "../en.ts";
import type { Translated } from "../translated.ts";

export const filters: Translated<(typeof en)["filters"]> = {
  title: "Filtros",
  titleCount: "Filtros ({count, number})",
  close: "Cerrar filtros",
  clear: "Borrar",
  clearAll: "Borrar todo",
  done: "Listo",
  cannotHave: "Filtros no disponibles en esta cuenta",
  noField: "Esta cuenta no tiene ningún campo de {role}",
  roles: { channel: "Canal", language: "Idioma", sentiment: "Sentimiento", status: "Estado" },
  inSentence: { channel: "canal", language: "idioma", sentiment: "sentimiento", status: "estado" },
  plurals: { channel: "canales", language: "idiomas", sentiment: "sentimientos", status: "estados" },
  facet: {
    chosen: "{role}, {count, plural, one {# seleccionado} other {# seleccionados}}",
    excluded: "{role}, {count, plural, one {# excluido} other {# excluidos}}",
    chosenAndExcluded:
      "{role}, {all, number}: {count, plural, one {# seleccionado} other {# seleccionados}}, {excluded, plural, one {# excluido} other {# excluidos}}",
  },
  more: {
    add: "Agregar filtro",
    title: "Filtrar por otro campo",
    between: "{from} – {to}",
    atLeast: "≥ {from}",
    atMost: "≤ {to}",
  },
  chips: {
    title: "Filtros activos",
    edit: "Editar {name}: {label}",
    remove: "Quitar {name}: {label}",
    not: "no {label}",
  },
  range: {
    opening: "Abriendo el periodo",
    title: "Periodo",
    close: "Cerrar periodo",
    now: "ahora ({clock})",
    today: "Hoy",
    lastHour: "Última hora",
    lastDays: "{count, plural, one {Último # día} other {Últimos # días}}",
    lastHours: "{count, plural, one {Última # hora} other {Últimas # horas}}",
    yesterday: "Ayer",
    thisWeek: "Esta semana",
    lastWeek: "Semana pasada",
    weekFrom: "{week} (desde el {day})",
    thisMonth: "Este mes",
    lastMonth: "Mes pasado",
  },
};
