import type { facetPanel as english } from "../en/facet-panel.ts";
import type { Translated } from "../translated.ts";

export const facetPanel: Translated<typeof english> = {
  region: "Filtro: {role}",
  clear: "Borrar {role}",
  loading: "Cargando valores de {role}",
  updating: "Actualizando cifras",
  loadedOnly: "Las cifras solo abarcan {count, plural, one {la # fila cargada} other {las # filas cargadas}}",
  none: "No hay valores en esta vista",
  search: "Buscar {roles}",
  noMatch: "Sin resultados para “{text}”",
  conversations: "{count, plural, one {conversación} other {conversaciones}}",
  only: "Solo",
  onlyValue: "Solo {value}",
  exclude: "Excluir {value}",
  isExcluded: "excluido",
  selectShown: "{count, plural, one {Seleccionar el que se muestra} other {Seleccionar los # que se muestran}}",
  unselectShown: "{count, plural, one {Deseleccionar el que se muestra} other {Deseleccionar los # que se muestran}}",
  pasted: "Seleccionar {count, plural, one {el valor pegado} other {los # valores pegados}}",
  pastedMany: "La lista pegada tiene {count, number} valores. Se pueden seleccionar como máximo {most, number}.",
  notSet: {
    checking: "Comprobando si Twilio puede filtrar valores ausentes",
    apart:
      "Aquí Twilio no puede filtrar valores ausentes. Devolvió {present, plural, one {# conversación} other {# conversaciones}} con un valor y {missing, number} sin él, pero cuenta {all, number} en total.",
    noCount:
      "Esta cuenta no cuenta conversaciones, por lo que Earshot no puede comprobar un filtro de valores ausentes.",
  },
};
