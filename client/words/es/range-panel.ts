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
  day: "{end}: día",
  time: "{end}: hora, opcional",
  hours: "{end}: horas, opcional",
  minutes: "{end}: minutos, opcional",
  amPm: "{end}: AM o PM",
  clearFrom: "Quitar la hora inicial",
  clearTo: "Quitar la hora final",
  apply: "Aplicar",
  problems: {
    noFrom: "Elija el primer día.",
    noTo: "Elija el último día.",
    noDate: "Una de las fechas no existe en el calendario.",
    reversed: "El final es anterior al inicio.",
    empty: "No hay tiempo entre el inicio y el final.",
  },
  zone: {
    label: "Zona horaria",
    browser: "Zona del navegador",
    all: "Todas las zonas",
    none: "Ninguna zona se llama así",
  },
};
