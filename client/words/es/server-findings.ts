import type { findingSentences } from "../../../contract/messages/finding-sentences.ts";
import type { Translated } from "../translated.ts";

export const findings: Translated<typeof findingSentences> = {
  findingPageSize: "Twilio rechaza páginas de más de {most, number} filas, por lo que Earshot solicita menos.",
  findingNoPageSize: "Twilio rechaza un número de filas por página, por lo que Earshot acepta las que Twilio devuelve.",
  findingNoOrder: "Twilio rechaza cualquier orden, por lo que las filas llegan en el orden propio de Twilio.",
  findingNoOrderBy: "Twilio no puede ordenar por {field}, por lo que Earshot no lo solicita.",
  findingNoField: "Twilio enumera {field}, pero rechaza las consultas que lo piden, por lo que Earshot lo omite.",
  findingNoBeside:
    "Twilio rechaza {field} {other, select, any {junto a otros campos} other {junto a {other}}}, por lo que Earshot lo solicita solo por separado.",
  findingNoValue:
    "Twilio rechaza algunos valores en los filtros por {field}, por lo que para ellos Earshot filtra las filas.",
  findingNoFilter: "Twilio rechaza los filtros por {field}, por lo que Earshot filtra las filas.",
  findingNeedsRange:
    "Twilio rechaza las consultas sin un periodo de “{field}”, por lo que Earshot siempre solicita uno.",
  findingTimeSpelling:
    "Twilio rechaza la forma documentada de las horas en los filtros, por lo que Earshot las escribe en la forma “{value}”.",
  findingNoProperties: "Twilio rechaza una zona horaria en las consultas, por lo que Earshot no envía ninguna.",
  findingNoZone:
    "Twilio no aplica la zona horaria como está documentado, por lo que Earshot suma los días a partir de las horas.",
  findingNoGroupOp: "Twilio rechaza un operador para un grupo de filtros, por lo que Earshot lo omite.",
  findingNoDomain: "Twilio rechaza un dominio en las consultas, por lo que Earshot lo omite.",
  findingNoIn: "Twilio rechaza los filtros con varios valores, por lo que Earshot solicita cada valor por separado.",
  findingNoNe: "Twilio rechaza los filtros que excluyen un valor, por lo que Earshot excluye esas filas.",
  findingValues:
    "Twilio rechaza los filtros de más de {most, number} valores, por lo que Earshot envía varias consultas.",
  findingDimensions: "Twilio rechaza las consultas de más de {most, number} campos, por lo que Earshot envía varias.",
  findingMeasures:
    "Twilio rechaza las consultas de más de {most, plural, one {# medida} other {# medidas}}, por lo que Earshot envía varias y las une.",
  findingNoJobs:
    "Twilio rechaza las instantáneas o no las termina, por lo que las exportaciones leen la consulta página por página.",
  findingKey: "Twilio devuelve los valores de {field} con el nombre {value}, por lo que Earshot los lee ahí.",
  findingNotReturned: "Twilio no devuelve valores de {field}, aunque Earshot los solicita.",
  findingGrain:
    "Los valores de {field} muestran que es {of} {value, select, hour {por hora} day {por día} week {por semana} other {por mes}}, por lo que Earshot cuenta por ese campo.",
  findingNoGrain: "Los valores de {field} muestran que no es {of} por hora, día, semana ni mes.",
  findingTimeCells:
    "Las horas de {field} no tienen la forma documentada, por lo que Earshot las lee en la forma “{value}”.",
  findingListTexts:
    "Los filtros por {field} comparan listas enteras, por lo que Earshot solicita todas las listas que tienen el valor.",
  findingListMembers:
    "Los filtros por {field} comparan los valores de una lista, por lo que Earshot solicita el valor.",
  findingListNone:
    "Los filtros por {field} no coinciden ni con listas ni con sus valores, por lo que Earshot filtra las filas.",
  findingListCells:
    "Las listas de {field} no tienen la forma documentada, por lo que Earshot las lee en la forma “{value}”.",
  findingValueSpelling:
    "Los filtros por {field} no coinciden con los valores como están en las filas, por lo que Earshot los escribe {value, select, upper {en mayúsculas} lower {en minúsculas} capital {con mayúscula inicial} tag {como en-US} trimmed {sin los espacios de alrededor} other {en mayúsculas, en minúsculas y como están}}.",
  findingSmallGroups:
    "Twilio omite los grupos pequeños en sus recuentos o los combina{value, select, kept {, y tampoco tiene sus filas, por lo que las cifras por grupos pueden ser incorrectas} other {, por lo que Earshot cuenta los grupos a partir de las filas}}.",
  findingCountCap: "Twilio no cuenta más allá de {most, number}, así que las cifras pueden ser demasiado bajas.",
  findingCountNoise: "Los recuentos de Twilio se contradicen un poco, así que cada uno es aproximado.",
  findingCountStep:
    "Twilio redondea los recuentos a múltiplos de {most, number}, por lo que las cifras pueden desviarse en la mitad.",
  findingOwnZone: "Twilio escribe horas como {field} en la zona horaria {zone}, por lo que Earshot las lee así.",
  findingOwnUtc:
    "Twilio escribe horas como {field} sin zona horaria. Las consultas alrededor de ellas muestran que es UTC.",
  findingOpenZone:
    "Twilio escribe las horas de {field} sin zona horaria, y Earshot no pudo determinar cuál es. Pueden estar desplazadas varias horas.",
  findingRangeZone:
    "Twilio lee las horas de los filtros por {field} en la zona horaria {zone}, por lo que Earshot las escribe así.",
  findingGrainEnds:
    "Twilio nombra las horas, los días, las semanas y los meses de {field} por su final, por lo que Earshot los nombra por su comienzo.",
};
