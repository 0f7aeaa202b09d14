import type { findingSentences } from "../../../contract/messages/finding-sentences.ts";
import type { Translated } from "../translated.ts";

export const findings: Translated<typeof findingSentences> = {
  findingPageSize: "Twilio rechaza páginas de más de {most, number} filas, así que Earshot pide menos.",
  findingNoPageSize: "Twilio rechaza un número de filas por página, así que Earshot toma las que Twilio envía.",
  findingNoOrder: "Twilio rechaza cualquier orden, así que las filas llegan en el orden propio de Twilio.",
  findingNoOrderBy: "Twilio no puede ordenar por {field}, así que Earshot no se lo pide.",
  findingNoField: "Twilio ofrece {field}, pero rechaza las consultas que lo piden, así que Earshot lo omite.",
  findingNoBeside:
    "Twilio rechaza {field} {other, select, any {junto a otros campos} other {junto a {other}}}, así que Earshot lo pide solo por separado.",
  findingNoValue:
    "Twilio rechaza algunos valores en los filtros por {field}, así que para ellos Earshot filtra las filas.",
  findingNoFilter: "Twilio rechaza los filtros sobre {field}, así que Earshot filtra las filas por su cuenta.",
  findingNeedsRange: "Twilio rechaza consultas sin un intervalo de “{field}”, así que Earshot siempre pide uno.",
  findingTimeSpelling:
    "Twilio rechaza la forma habitual de las horas en los filtros, así que Earshot las escribe en la forma “{value}”.",
  findingNoProperties: "Twilio rechaza una zona horaria en las consultas, así que Earshot pregunta sin ella.",
  findingNoZone: "La zona horaria no se toma como es, así que Earshot suma los días a partir de las horas.",
  findingNoGroupOp: "Twilio rechaza un operador para un grupo de filtros, así que Earshot lo omite.",
  findingNoDomain: "Twilio rechaza un dominio en las consultas, así que Earshot lo omite.",
  findingNoIn: "Twilio rechaza los filtros con varios valores, así que Earshot pregunta por cada valor.",
  findingNoNe: "Twilio rechaza los filtros que excluyen un valor, así que Earshot quita esas filas por su cuenta.",
  findingValues:
    "Twilio rechaza los filtros de más de {most, number} valores, así que Earshot pregunta en varias consultas.",
  findingDimensions:
    "Twilio rechaza las consultas de más de {most, number} campos, así que Earshot pregunta en varias consultas.",
  findingMeasures:
    "Se rechazan las consultas de más de {most, plural, one {# medida} other {# medidas}}, así que Earshot hace varias y las une.",
  findingNoJobs:
    "Twilio rechaza las instantáneas o no las termina, así que las exportaciones leen la consulta página por página.",
  findingKey: "Twilio envía los valores de {field} con el nombre {value}, así que Earshot los lee ahí.",
  findingNotReturned: "Twilio no envía valores de {field}, aunque se le piden.",
  findingGrain:
    "Los valores de {field} muestran que es {of} {value, select, hour {por hora} day {por día} week {por semana} other {por mes}}, así que Earshot cuenta por ese campo.",
  findingNoGrain: "Los valores de {field} muestran que no es {of} por hora, día, semana ni mes.",
  findingTimeCells: "Las horas de {field} no tienen la forma habitual, así que Earshot las lee en la forma “{value}”.",
  findingListTexts:
    "Los filtros por {field} comparan listas enteras, así que Earshot pide todas las listas que tienen el valor.",
  findingListMembers: "Los filtros por {field} comparan los valores de una lista, así que Earshot pide el valor.",
  findingListNone: "Los filtros por {field} no encuentran ni listas ni sus valores, así que Earshot filtra las filas.",
  findingListCells: "Las listas de {field} no tienen la forma habitual, así que Earshot las lee en la forma “{value}”.",
  findingValueSpelling:
    "Los filtros por {field} no encuentran los valores como están en las filas, así que Earshot los escribe {value, select, upper {en mayúsculas} lower {en minúsculas} capital {con mayúscula inicial} tag {como en-US} trimmed {sin los espacios de alrededor} other {en mayúsculas, en minúsculas y como están}}.",
  findingSmallGroups:
    "Twilio omite los grupos pequeños en sus recuentos o los reúne{value, select, kept {, y tampoco tiene sus filas, así que las cifras por grupos pueden ser incorrectas} other {, así que Earshot cuenta los grupos a partir de las filas}}.",
  findingCountCap: "Twilio no cuenta más allá de {most, number}, así que las cifras pueden ser demasiado bajas.",
  findingCountNoise: "Los recuentos de Twilio se contradicen un poco, así que cada uno es aproximado.",
  findingCountStep:
    "Twilio redondea los recuentos a múltiplos de {most, number}, así que las cifras pueden desviarse en la mitad.",
  findingOwnZone: "Twilio escribe horas como {field} según los relojes de {zone}, así que Earshot las lee así.",
  findingOwnUtc:
    "Twilio escribe horas como {field} sin zona horaria. Las consultas alrededor de ellas muestran que es UTC.",
  findingOpenZone:
    "Twilio escribe las horas de {field} sin zona horaria, y Earshot no pudo averiguar cuál es. Pueden estar desplazadas varias horas.",
  findingRangeZone:
    "Twilio lee las horas de los filtros por {field} según los relojes de {zone}, así que Earshot las escribe así.",
  findingGrainEnds:
    "Twilio nombra las horas, los días, las semanas y los meses de {field} por su final, así que Earshot los nombra por su comienzo.",
};
