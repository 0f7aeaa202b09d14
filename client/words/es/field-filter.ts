import type { fieldFilter as english } from "../en/field-filter.ts";
import type { Translated } from "../translated.ts";

export const fieldFilter: Translated<typeof english> = {
  search: "Buscar campos",
  none: "No se encontraron campos",
  back: "Todos los campos",
  searchValues: "Buscar o escribir un valor completo",
  first: "Solo se muestran los {count, number} valores más frecuentes. Escriba un valor completo para encontrar otro.",
  least:
    "Los valores vienen en combinaciones y no se leen todas, por lo que un valor puede tener más conversaciones de las que indica su cifra.",
  searching: "Buscando “{text}”",
  absent: "Ninguna conversación de esta vista tiene “{text}”",
  from: "Como mínimo",
  to: "Como máximo",
  apply: "Aplicar",
  remove: "Quitar este filtro",
  notNumber: "Escriba un número con este formato: 12 o {example, number}.",
  reversed: "El segundo número es menor que el primero.",
  empty: "Escriba al menos uno de los dos.",
  asked:
    "Twilio solo admite “más de” y “menos de”, por lo que Earshot solicita {ends}. Se incluyen los decimales intermedios.",
  moreThan: "más de {from}",
  lessThan: "menos de {to}",
  moreAndLess: "más de {from} y menos de {to}",
  loaded:
    "Los valores y las cifras solo abarcan {count, plural, one {la # fila cargada} other {las # filas cargadas}}. Escriba o pegue valores completos para encontrar otros.",
  noneLoaded:
    "Ninguna fila cargada tiene un valor de {label}. Escriba o pegue valores completos, o muestre su columna para seleccionar entre las filas cargadas.",
};
