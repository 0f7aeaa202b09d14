import type { facetPanel as english } from "../en/facet-panel.ts";
import type { Translated } from "../translated.ts";

export const facetPanel: Translated<typeof english> = {
  region: "Filtro: {role}",
  clear: "Quitar {role}",
  loading: "Cargando los valores de {role}",
  updating: "Actualizando las cifras",
  loadedOnly: "Contado solo en {count, plural, one {la # fila cargada} other {las # filas cargadas}}",
  none: "Ningún valor en esta vista",
  search: "Buscar {roles}",
  noMatch: "Nada coincide con «{text}»",
  conversations: "{count, plural, one {conversación} other {conversaciones}}",
  only: "Solo",
  onlyValue: "Solo {value}",
  exclude: "Excluir {value}",
  isExcluded: "excluido",
  selectShown: "{count, plural, one {Elegir el que se muestra} other {Elegir los # que se muestran}}",
  unselectShown: "{count, plural, one {Quitar el que se muestra} other {Quitar los # que se muestran}}",
  pasted: "Seleccionar {count, plural, one {el valor pegado} other {los # valores pegados}}",
  pastedMany: "La lista pegada tiene {count, number} valores. Se pueden seleccionar como máximo {most, number}.",
  notSet: {
    checking: "Comprobando si se puede pedir esto a Twilio",
    apart:
      "Aquí no se pueden pedir a Twilio los valores que faltan. {present, plural, one {# conversación tiene} other {# conversaciones tienen}} un valor y sin él se encuentran {missing, number}, pero en total hay {all, number}.",
    noCount:
      "Esta cuenta no cuenta conversaciones, así que Earshot no puede comprobar qué encuentra un filtro de valores que faltan.",
  },
};
