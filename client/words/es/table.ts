import type { en } from "../en.ts";
import type { Translated } from "../translated.ts";

export const table: Translated<(typeof en)["table"]> = {
  title: { conversation: "Conversaciones", row: "Filas" },
  foot: {
    loading: "Cargando…",
    updating: "Actualizando…",
    waiting: "Twilio nos pide esperar: seguimos en {seconds, number} s",
    waitingSpoken: "Twilio nos pide esperar. Seguimos solos.",
    failed: "No se ha cargado",
    loadingMore: "{count, number} cargadas. Cargando más…",
    more: "{count, number} cargadas, hay más",
    none: { conversation: "Ninguna conversación", row: "Ninguna fila" },
    all: {
      conversation: "{count, plural, one {# conversación} other {# conversaciones}}, todo cargado",
      row: "{count, plural, one {# fila} other {# filas}}, todo cargado",
    },
    finding: "Las páginas habían caducado. Leyendo la lista de nuevo: {done, number} de {of, number}…",
    found: "La lista se ha leído de nuevo, porque sus páginas habían caducado.",
    moreFailed: "No se ha podido cargar más. {title} {advice}",
    retry: "Reintentar",
    offline: "Sin conexión. Lo cargado sigue aquí.",
  },
  empty: {
    retry: "Reintentar",
    filtered: { conversation: "Ninguna conversación cumple estos filtros", row: "Ninguna fila cumple estos filtros" },
    filteredAdvice: "Quite un filtro, o bórrelos todos, para ver más.",
    clear: "Borrar los filtros",
    range: { conversation: "Ninguna conversación en este intervalo", row: "Ninguna fila en este intervalo" },
    rangeAdvice: {
      conversation: "Esta cuenta no tiene conversaciones aquí. Un intervalo más largo puede mostrar algunas.",
      row: "Esta cuenta no tiene filas aquí. Un intervalo más largo puede mostrar algunas.",
    },
    widen: "Mostrar un intervalo más largo",
  },
  head: {
    usualSort: "En el orden habitual",
  },
  columns: {
    title: "Columnas",
    search: "Buscar columnas",
    visible: "Columnas visibles",
    none: "Ninguna columna se llama así.",
    usual: "Columnas habituales",
  },
  circle: "La lista de páginas vuelve a una página que ya se había cargado.",
  notSet: "Sin valor",
};
