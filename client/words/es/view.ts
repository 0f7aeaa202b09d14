import type { en } from "../en.ts";
import type { Translated } from "../translated.ts";

export const view: Translated<(typeof en)["view"]> = {
  clockAhead:
    "El reloj de este equipo está {minutes, plural, one {# minuto adelantado} other {# minutos adelantado}} respecto al servidor. Las horas siguen al servidor.",
  clockBehind:
    "El reloj de este equipo está {minutes, plural, one {# minuto atrasado} other {# minutos atrasado}} respecto al servidor. Las horas siguen al servidor.",
  otherVersion: "Esta vista se hizo con otra versión de Earshot («{version}»): compruebe que muestra lo que espera.",
  notZone: "«{text}» no es una zona horaria: las horas se muestran en {zone}.",
  notRange: "«{text}» no es un periodo que se pueda mostrar: se muestran los últimos 7 días.",
  notRangeEnd: "«{text}» no es un número ni un momento: no se aplica el filtro de «{field}».",
  notSort: "«{text}» no es un orden: primero van las más recientes.",
  notConversation: "«{text}» no puede ser el ID de una conversación: no se abre ninguna.",
  notPart: "«{key}», en la dirección, no forma parte de una vista.",
  noRole: "Esta cuenta no tiene campo de {role}: no se aplica el filtro de {role}.",
  noFilterField: "Esta cuenta no tiene el campo «{field}»: no se aplica el filtro sobre él.",
  noColumnField: "Esta cuenta no tiene el campo «{field}»: su columna se omite.",
  noSortField: "Esta cuenta no se puede ordenar por «{field}»: primero van las más recientes.",
  refusedSort: "Twilio no puede ordenar por «{label}»: primero van las más recientes.",
  refusedOrder: "Twilio no puede ordenar por «{label}».",
  badOverride: "{name} tiene el valor «{value}», que no está entre los campos de esta cuenta: se ignora.",
  noTime: "Esta cuenta no tiene hora de creación: el periodo no se aplica.",
  noCount: "Esta cuenta no tiene número de conversaciones, así que los gráficos solo muestran las filas cargadas.",
  spreadRows:
    "En esta cuenta una conversación tiene una fila por cada canal y cada idioma. Los gráficos la cuentan una sola vez.",
  noId: "Esta cuenta no tiene identificador de conversación: una fila es una combinación de valores, no una conversación.",
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
  badChoice: "“{value}”, el campo elegido para “{role}”, no está en esta cuenta, así que se ignora.",
  badCount:
    "El campo supuesto para el número de conversaciones no coincide con las de un día reciente, así que no se usa.",
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
