import type { fieldFilter as english } from "../en/field-filter.ts";
import type { Translated } from "../translated.ts";

export const fieldFilter: Translated<typeof english> = {
  search: "Buscar campos",
  none: "Ningún campo se llama así",
  back: "Todos los campos",
  searchValues: "Buscar o escribir un valor entero",
  first: "Solo se listan los {count, number} valores más frecuentes. Escriba un valor entero para encontrar otro.",
  least:
    "Vienen en combinaciones y no se leen todas: un valor puede tener más conversaciones de las que indica su número.",
  searching: "Buscando «{text}»",
  absent: "Ninguna conversación de esta vista tiene «{text}»",
  from: "Como mínimo",
  to: "Como máximo",
  apply: "Aplicar",
  remove: "Quitar este filtro",
  notNumber: "Escriba un número como se escriben aquí, por ejemplo 12 o {example, number}.",
  reversed: "El segundo número es menor que el primero.",
  empty: "Escriba al menos uno de los dos.",
  asked:
    "Twilio solo conoce «más de» y «menos de». Se le pide {ends}: los decimales que queden en medio también entran.",
  moreThan: "más de {from}",
  lessThan: "menos de {to}",
  moreAndLess: "más de {from} y menos de {to}",
  loaded:
    "Solo de {count, plural, one {la única fila cargada} other {las # filas cargadas}}, que son las que se cuentan aquí. Escriba o pegue valores enteros para encontrar otros.",
  noneLoaded:
    "Ninguna fila cargada tiene un valor de {label}. Escriba o pegue valores enteros, o muestre su columna para elegir entre las filas cargadas.",
};
