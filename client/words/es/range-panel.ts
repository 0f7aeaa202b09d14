import type { rangePanel as english } from "../en/range-panel.ts";
import type { Translated } from "../translated.ts";

export const rangePanel: Translated<typeof english> = {
  compare: "Comparar con el periodo anterior",
  presets: "Periodos predefinidos",
  previousMonth: "Mes anterior",
  nextMonth: "Mes siguiente",
  form: "Desde y hasta",
  from: "Desde",
  to: "Hasta",
  day: "{end}: fecha",
  time: "{end}: hora (opcional)",
  hours: "{end}: horas (opcional)",
  minutes: "{end}: minutos (opcional)",
  amPm: "{end}: AM o PM",
  clearFrom: "Borrar la hora inicial",
  clearTo: "Borrar la hora final",
  apply: "Aplicar",
  problems: {
    noFrom: "Elija una fecha inicial.",
    noTo: "Elija una fecha final.",
    noDate: "Una de las fechas no es válida. Revise el día, el mes y el año.",
    reversed: "El final es anterior al inicio.",
    empty: "El periodo está vacío. Elija un final posterior.",
  },
  zone: {
    label: "Zona horaria",
    browser: "Zona horaria del navegador",
    all: "Todas las zonas horarias",
    none: "No se encontraron zonas horarias",
  },
};
