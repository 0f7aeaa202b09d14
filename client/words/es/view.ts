import type { en } from "../en.ts";
import type { Translated } from "../translated.ts";

export const view: Translated<(typeof en)["view"]> = {
  clockAhead:
    "El reloj de este equipo está {minutes, plural, one {# minuto adelantado} other {# minutos adelantado}} respecto al servidor. Las horas siguen al servidor.",
  clockBehind:
    "El reloj de este equipo está {minutes, plural, one {# minuto atrasado} other {# minutos atrasado}} respecto al servidor. Las horas siguen al servidor.",
  otherVersion: "Esta vista se creó con otra versión de Earshot (“{version}”). Compruebe que muestre lo que espera.",
  notZone: "“{text}” no es una zona horaria. Las horas se muestran en {zone}.",
  notRange: "“{text}” no es un periodo válido. Se muestran los últimos 7 días.",
  notRangeEnd: "“{text}” no es un número ni una hora, por lo que no se aplica el filtro de “{field}”.",
  notSort: "“{text}” no es un orden válido. Se muestran primero las más recientes.",
  notConversation: "“{text}” no es un ID de conversación válido, por lo que no se abre ninguna.",
  notPart: "“{key}”, en la URL, no forma parte de una vista.",
  noRole: "Esta cuenta no tiene ningún campo de {role}, por lo que no se aplica el filtro de {role}.",
  noFilterField: "Esta cuenta no tiene el campo “{field}”, por lo que no se aplica su filtro.",
  noColumnField: "Esta cuenta no tiene el campo “{field}”, por lo que no se muestra su columna.",
  noSortField: "Esta cuenta no se puede ordenar por “{field}”. Se muestran primero las más recientes.",
  refusedSort: "Twilio no puede ordenar por “{label}”. Se muestran primero las más recientes.",
  refusedOrder: "Twilio no puede ordenar por “{label}”.",
  badOverride: "{name} tiene el valor “{value}”, que no es un campo de esta cuenta. Se ignora esa configuración.",
  noTime: "Esta cuenta no tiene hora de creación, por lo que no se aplica el periodo.",
  noCount: "Esta cuenta no tiene número de conversaciones, por lo que los gráficos solo muestran las filas cargadas.",
  spreadRows:
    "En esta cuenta, una conversación tiene una fila por cada canal y cada idioma. Los gráficos la cuentan una sola vez.",
  noId: "Esta cuenta no tiene ID de conversación. Una fila es una combinación de valores, no una conversación.",
  chooseFields: "Elegir campos",
  roles: {
    id: "ID de la conversación",
    time: "Hora de creación",
    channel: "Canal",
    language: "Idioma",
    sentiment: "Sentimiento",
    status: "Estado",
    agent: "Agente",
    customer: "Cliente",
    duration: "Duración",
    count: "Número de conversaciones",
  },
  apart: "Sin un número de conversaciones, este campo no se puede mostrar en un gráfico.",
  badChoice: "“{value}”, el campo elegido para “{role}”, no está en esta cuenta, por lo que se ignora.",
  badCount:
    "El campo supuesto para el número de conversaciones no coincide con las conversaciones de un día reciente, por lo que no se usa.",
  columns: {
    time: "Creada",
    id: "ID de la conversación",
    channel: "Canales",
    language: "Idiomas",
    sentiment: "Sentimiento",
    status: "Estado",
    agent: "Agente",
    customer: "Cliente",
    duration: "Duración",
  },
  inUnit: "{label} ({unit})",
  createdBy: {
    hour: "Creada (hora)",
    day: "Creada (día)",
    week: "Creada (semana)",
    month: "Creada (mes)",
  },
};
