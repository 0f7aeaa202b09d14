import type { sentences } from "../../../contract/messages/sentences.ts";
import type { Translated } from "../translated.ts";
import { findings } from "./server-findings.ts";

const place = "{whole, select, yes {El cuerpo} other {{path}}}";
const kind =
  "{expected, select, string {un texto} number {un número} int {un número entero} boolean {un booleano} array {una lista} object {un objeto} other {del tipo {expected}}}";

export const server: Translated<typeof sentences> = {
  internal: "Algo salió mal dentro de Earshot.",
  shapeMissing: `Falta {whole, select, yes {el cuerpo} other {{path}}}: debe ser ${kind}.`,
  shapeType: `${place} debe ser ${kind}.`,
  shapeValue: `${place} debe ser {value}.`,
  shapeOneOf: `${place} debe ser uno de estos: {values}.`,
  shapeUnknown: `${place} no es una clave conocida aquí.`,
  shapeTooDeep: `${place} está un nivel demasiado adentro: un filtro es un grupo de comparaciones, y una comparación no tiene expresiones.`,
  shapeEmpty: `${place} no puede estar vacío.`,
  shapeTooLong: `${place} puede tener como máximo {most, number} caracteres.`,
  shapeTooMany: `${place} puede tener como máximo {most, number} elementos.`,
  shapeAtLeast: `${place} debe ser {least, number} o más.`,
  shapeAtMost: `${place} debe ser {most, number} o menos.`,
  shapeFormat: `${place} debe ser {format, select, datetime {una hora como 2026-03-11T12:00:00Z} other {de la forma {format}}}.`,
  shapeNothingAsked: `${place} se rechaza: una consulta necesita al menos una medida o una dimensión.`,
  shapeNotSetOr: `${place} se rechaza: lo que no tiene valor no puede ser una de varias alternativas.`,
  shapeRefused: `${place} no es como está documentado.`,

  requestUnreadable: "No se pudo leer la petición.",
  requestTooLong: "El cuerpo supera los {most, number} KiB.",
  requestNotJson: "El cuerpo no es JSON válido.",
  requestNotUtf8: "El cuerpo no es UTF-8 válido.",
  requestKeyTwice: "El cuerpo tiene la misma clave dos veces en un objeto.",
  requestTooDeep: "El cuerpo está anidado a más profundidad que nada de lo que se puede pedir aquí.",
  requestTooManyKeys: "El cuerpo tiene más de {most, number} claves en un objeto.",
  requestTooManyValues: "El cuerpo tiene más de {most, number} valores.",
  requestEncoding: "El cuerpo debe ser JSON en UTF-8, sin comprimir o con gzip.",
  requestContentType: "El cuerpo debe ser JSON, con Content-Type: application/json.",
  requestNoQuery: "Falta el cuerpo: debe ser una consulta.",
  requestNoExport: "Falta el cuerpo: debe ser una exportación.",
  requestMethod: "{method} no es posible aquí, solo {allow}.",
  requestHost:
    "La cabecera Host no es un nombre de este servidor; detrás de un proxy inverso, añada el nombre a ALLOWED_HOSTS.",
  requestOrigin: "Solo la propia página de Earshot puede preguntar a este servidor.",
  requestNoRoute: "No hay ninguna dirección así bajo /api.",
  requestNothingHere: "No hay nada en esta dirección.",
  requestPageSize: "pageSize debe ser un número entero de 1 a {most}.",
  requestTokenTwice: "pageToken se debe dar una sola vez.",
  requestNoToken:
    "Falta pageToken: pida la primera página con POST y una consulta, y las siguientes con GET y pageToken.",
  requestTokenInPost: "pageToken corresponde a GET: ya lleva la consulta, así que no va con ningún cuerpo.",
  requestBodyInGet: "El cuerpo corresponde a POST: con pageToken ya se conoce la consulta.",
  requestConversationId:
    "El identificador de una conversación debe tener de 1 a 100 letras, cifras, guiones bajos y guiones.",
  requestZone: "{path} debe ser una zona horaria de la IANA, como Europe/Berlin.",
  requestColumn: "{field} no es un campo de esta exportación.",
  requestColumnTwice: "{field} solo puede ser columna una vez.",
  requestNoRole: "No existe ese papel.",
  requestNoRoleField: "{field} no es un campo de esta cuenta que se pueda elegir aquí.",
  requestNamedRole: "{variable} nombra el campo, así que elegir aquí no tendría efecto.",
  requestNoChoice: "Falta el cuerpo: debe ser la elección de un campo.",
  requestBeyondEnd: "El archivo termina antes del tramo que se pidió.",

  twilioSaid: "Twilio dijo: «{message}»",
  twilioTimeout: "La API {api} no respondió en {seconds, plural, one {# segundo} other {# segundos}}.",
  twilioStillWorking: "La API {api} aún estaba procesando la consulta cuando respondió.",
  twilioRefused: "La API {api} rechazó la conexión ({code}).",
  twilioNoAddress: "No se encontró la dirección de la API {api} ({code}).",
  twilioNoProof: "La API {api} no pudo demostrar quién es (TLS) ({code}).",
  twilioUnreachable: "No se pudo llegar a la API {api} ({code}).",
  twilioProxy: "El proxy de HTTPS_PROXY no dejó pasar a Earshot hasta la API {api} ({code}).",
  twilioTooLarge: "La API {api} respondió con más de lo que Earshot acepta de una vez.",
  twilioCutOff: "La respuesta de la API {api} se cortó antes de estar completa.",
  twilioNotJson: "La API {api} respondió con algo que no es JSON.",
  twilioType: "La API {api} respondió con {type} donde debía haber JSON.",
  twilioRedirect: "La API {api} respondió con una redirección ({status}), que no se sigue; revise {variable}.",
  twilioStatus: "La API {api} respondió con el estado {status} y sin un error que Earshot pueda leer.",
  twilioShape: "La respuesta de la API {api} no tiene la forma documentada: {fault}",
  twilioEmptyPages: "La API {api} envió {count} páginas vacías seguidas, y cada una nombraba otra.",
  twilioKnownPages: "La API {api} envió {count} páginas seguidas sin filas nuevas, y cada una nombraba otra.",
  twilioSameToken: "Twilio dio dos veces la misma clave de página de una lista.",

  dialectField: "Esta cuenta incluye el campo “{field}”, pero lo rechaza. Elija otro campo o quite el filtro.",
  dialectBeside:
    "Esta cuenta incluye el campo “{field}”, pero lo rechaza {other, select, any {junto a otros campos} other {junto a “{other}”}}.",
  dialectDimensions: "Esta cuenta acepta como máximo {most, number} campos en una consulta.",
  dialectMeasure: "Esta cifra no está disponible aquí. {why}",
  dialectTooMany:
    "Habría que leer más de {most, number} conversaciones para contarlas aquí. Elija un periodo más corto.",
  dialectNoFilter: "Esta cuenta no puede filtrar por “{field}”.",
  dialectFilter: "Esta cuenta no puede filtrar por “{field}”, así que Earshot filtra las filas. Esto tarda más.",
  dialectNoNotSet: "Twilio no tiene un filtro de filas sin “{field}”.",
  dialectNotSet: "Twilio no tiene un filtro de filas sin “{field}”, así que Earshot filtra las filas. Esto tarda más.",
  dialectNotSetApart:
    "Twilio cuenta {all, plural, one {# conversación} other {# conversaciones}} y envió {rows, number} al pedirle “{field}”, así que Earshot no puede saber cuáles no tienen valor.",
  dialectUnfiltered:
    "Esta cuenta no puede filtrar por “{field}” y no envió valores de ese campo, así que Earshot tampoco puede filtrar por él. Quite el filtro.",
  dialectZone: "Esta cuenta no acepta una zona horaria.",
  dialectHours: "Esta cuenta no cuenta por días de esta zona horaria, así que Earshot sumó sus horas.",
  dialectCounted:
    "Earshot contó {rows, plural, one {# conversación} other {# conversaciones}} en {calls, plural, one {# llamada} other {# llamadas}}. {why}",
  dialectGroups: "Twilio omite los grupos pequeños en sus recuentos o los reúne.",
  dialectGroupsKept:
    "Twilio omite conversaciones en estos grupos o reúne grupos, así que las cifras pueden ser incorrectas.",
  dialectRounded:
    "Twilio redondea los recuentos a múltiplos de {most, number}, así que las cifras pueden no ser exactas.",
  dialectCountOff:
    "Twilio cuenta {all, number} conversaciones aquí, pero devolvió {rows, number}, así que las cifras pueden no ser exactas.",
  dialectCapped: "Twilio no cuenta más allá de {most, number}, así que las cifras pueden ser demasiado bajas.",
  dialectNoisy: "Los recuentos de Twilio son aproximados: cada uno puede diferir en {most, number}, más o menos.",
  dialectTotals: "Twilio envió una fila de totales entre los grupos, que Earshot omitió.",
  dialectParts: "La lista de valores era demasiado larga para una consulta, así que se unieron {count, number}.",
  dialectOrder: "Esta cuenta no puede ordenar por “{field}”.",
  dialectToken: "Esta página de resultados caducó. Cargue la lista de nuevo.",
  dialectNoJob: "Earshot tiene que unir estas filas, y un trabajo de Twilio no puede hacerlo.",
  dialectJobs: "Esta cuenta no acepta trabajos de consulta.",
  dialectCells: "Twilio no envió valores para “{field}”.",
  dialectClocks:
    "Twilio envía “{field}” sin zona horaria, y Earshot no pudo averiguar cuál es. Estas horas pueden estar desplazadas.",

  exportUnreadable: "No se puede leer el manifiesto de esta exportación. Sus archivos están en DATA_DIR/exports/{id}.",
  exportChanged:
    "El manifiesto de esta exportación ha cambiado desde que se escribió, así que nada de lo que dice es seguro. Sus archivos están en DATA_DIR/exports/{id}.",
  exportDamaged:
    "Las filas en el disco del servidor han cambiado desde que se escribieron, así que no se crea ningún archivo con ellas. Elimine esta exportación e inicie una nueva.",
  exportsKept:
    "{most, plural, one {Se guarda # exportación, el máximo} other {Se guardan # exportaciones, el máximo}}. Elimine algunas o aumente EXPORT_LIMIT.",
  busyExports:
    "{most, plural, one {Hay # exportación en curso, el máximo a la vez} other {Hay # exportaciones en curso, el máximo a la vez}}. Espere a que termine una o detenga una.",
  busyFiles:
    "{most, plural, one {Se está preparando # archivo} other {Se están preparando # archivos}}, el máximo a la vez.",
  busyFollowers:
    "{most, plural, one {# ventana sigue} other {# ventanas siguen}} las exportaciones, el máximo a la vez. Cierre algunas o aumente EXPORT_FOLLOWERS.",
  exportAbsent: "Esa exportación no existe.",
  exportEnded: "Esta exportación ya ha terminado.",
  exportRunning: "Esta exportación está en marcha.",
  exportStillRunning: "Esta exportación sigue en marcha.",
  exportComplete: "Esta exportación está completa.",
  exportStopped: "Esta exportación se detuvo.",
  exportFailed: "{why} {advice}",
  exportOtherServer: "Otro Earshot de esta máquina usa el mismo DATA_DIR; dé a cada uno su propia carpeta.",
  exportQuota:
    "Las exportaciones ocupan {used, number} {usedUnit} de los {most, number} {mostUnit} que pueden ocupar. Elimine algunas o aumente EXPORT_QUOTA.",

  failureDiskFull: "El disco de las exportaciones está lleno.",
  failureNoRoom: "No hay sitio para las exportaciones.",
  failureDiskQuota: "Se agotó la cuota de disco del usuario con el que corre Earshot.",
  failureNoRight: "Earshot no puede escribir en su carpeta de datos.",
  failureFilesGone: "Los archivos de esta exportación ya no están en el disco del servidor.",
  failureReadOnly: "El disco de las exportaciones es de solo lectura.",
  failureChanged:
    "Las filas cambiaron en Twilio mientras se exportaban, así que el resto no se puede unir a lo ya escrito.",
  failureCircle: "Twilio dio dos veces la misma clave de página, así que sus páginas dan vueltas en círculo.",
  failureTokens: "Twilio rechaza sus propias claves de página, incluso después de empezar de nuevo.",

  adviceLater: "Al reanudar se sigue desde la última fila, cuando Twilio vuelva a responder.",
  adviceEndless: "Lo recibido se conserva. Reanudar sigue tras ello; un periodo más corto requiere menos páginas.",
  adviceCredentials: "Revise las credenciales de la cuenta en la configuración, reinicie Earshot y reanude.",
  adviceForbidden: "La cuenta no puede leer Insights. Cuando pueda, reanude.",
  adviceQuery: "Cambie la vista y empiece una exportación nueva; esta consulta se rechazará otra vez.",
  adviceSmaller:
    "Inicie una exportación nueva de un periodo más corto o con menos columnas, o reanude cuando Twilio esté menos ocupado.",
  adviceAccount:
    "La API de esta cuenta no acepta este tipo de solicitud. Consulte “Qué puede hacer esta cuenta” o pregunte a su administrador de Earshot y reanude.",
  adviceAddress:
    "Pida a su administrador de Earshot que revise la dirección de la API de Twilio y lo que haya delante de ella, y reanude.",
  adviceDiskFull: "Elimine exportaciones o libere espacio y reanude; no se pierde ninguna fila.",
  adviceMakeRoom: "{why} Elimine exportaciones o libere espacio e inténtelo de nuevo; no se pierde ninguna fila.",
  adviceOperator: "{why} Pida a quien administra Earshot que revise DATA_DIR e inténtelo de nuevo.",
  adviceDiskQuota: "Elimine exportaciones o aumente la cuota y reanude; no se pierde ninguna fila.",
  adviceNoRight: "Dé al usuario con el que corre Earshot permiso para escribir en DATA_DIR y reanude.",
  adviceFilesGone: "Quítela de la lista e inicie una exportación nueva.",
  adviceReadOnly: "Permita escribir en él o ponga DATA_DIR en otra carpeta y reanude.",
  adviceQuota: "Después reanude; no se pierde ninguna fila.",
  adviceLog: "Al reanudar se sigue desde la última fila; el registro del servidor dice más.",
  adviceChanged: "Empiece una exportación nueva; las filas de hasta ahora se pueden descargar como archivo parcial.",
  adviceCircle:
    "Al reanudar se vuelve a pedir la página. Si falla otra vez, empiece una exportación nueva con un periodo más corto.",
  adviceTokens: "Al reanudar se intenta de nuevo; un periodo más corto necesita menos páginas.",

  sourceUndecided: "La primera página dirá si el resultado es pequeño.",
  sourceOnePage: "El resultado cabe en una página.",
  sourceTwoPages: "El resultado cabe en dos páginas.",
  sourceJob: "El resultado tiene más de dos páginas.",
  sourceShifted: "Las páginas se desplazaron mientras se leían.",
  sourceInsteadOfJob: "{why} En su lugar se leyeron las páginas de la consulta.",
  sourceJobSaid: "El trabajo de Twilio no terminó; dijo: «{message}»",
  sourceJobStatus: "El trabajo de Twilio no terminó (su estado es {status}).",
  sourceJobSlowQuery: "La consulta tardaba demasiado en responderse al momento, así que se pidió un trabajo a Twilio.",
  sourceJobSlow: "El trabajo de Twilio no había terminado tras {minutes, plural, one {# minuto} other {# minutos}}.",
  sourceJobNoAnswer: "No se pudo pedir un trabajo a Twilio: {why}",
  sourceJobGone: "Twilio ya no conoce el trabajo.",
  sourceJobRefused: "Twilio rechazó un trabajo ({status}).",

  noteOtherRows: "Las filas del disco no eran las que cuenta el manifiesto; se tomaron de nuevo.",
  noteLostRows:
    "{count, plural, one {# fila de las páginas de Twilio no se pudo leer y no está} other {# filas de las páginas de Twilio no se pudieron leer y no están}} en el archivo.",
  noteUnreadRows:
    "{count, plural, one {# fila de las páginas de Twilio no se pudo leer} other {# filas de las páginas de Twilio no se pudieron leer}}. Aun así, el archivo tiene tantas conversaciones como cuenta Twilio.",
  noteLongLink: "La dirección de la vista tiene más de {most, number} caracteres, por eso no está en el manifiesto.",
  noteNewJob: "Los resultados de Twilio caducaron; un trabajo nuevo dio el resto.",
  noteResultsReread:
    "Una clave de página caducó; los resultados se leyeron de nuevo hasta donde estaba la exportación.",
  noteByTime: "Una clave de página caducó; la consulta se empezó de nuevo en la hora de la última fila.",
  noteQueryReread: "Una clave de página caducó; la consulta se leyó de nuevo hasta donde estaba la exportación.",
  noteShifted:
    "Las páginas se desplazaron mientras se leían, así que las filas se leyeron de nuevo desde el principio.",
  noteWentOn: "Twilio envió solo una parte de las filas; el resto se pidió a partir de la hora de la última.",
  noteWentOnBehind:
    "Twilio envió solo una parte de las filas; el resto se pidió por hora y está al final, de más nueva a más antigua.",
  noteWider:
    "Twilio entendió otro periodo, así que se pidió un día más a cada lado y solo se conservó el periodo. Lo que llegó así está al final.",
  noteFilled:
    "Twilio omitió {count, plural, one {# conversación} other {# conversaciones}} y solo {count, plural, one {la} other {las}} envió al pedir{count, plural, one {la} other {las}} de nuevo. {count, plural, one {Está} other {Están}} al final; los campos que Twilio no envió están vacíos.",

  checkShort:
    "El archivo tiene {found, number} de {counted, plural, one {la # conversación} other {las # conversaciones}} que cuenta Twilio. Twilio no envía más; un periodo más corto quizá traiga el resto.",
  checkOver:
    "El archivo tiene {found, plural, one {# conversación} other {# conversaciones}}; Twilio cuenta {counted, number}. Exporte otra vez y, si las cifras siguen sin coincidir, compárelas con un periodo más corto.",
  checkNear:
    "El archivo tiene {found, plural, one {# conversación} other {# conversaciones}}; Twilio cuenta {counted, number}. La cuenta puede ser una estimación, así que no se puede saber si faltan conversaciones.",
  checkRounded:
    "El archivo tiene {found, plural, one {# conversación} other {# conversaciones}}; Twilio cuenta {counted, number}. Twilio redondea los recuentos a múltiplos de {most, number}, así que no se puede saber si faltan conversaciones.",
  checkCapped:
    "El archivo tiene {found, plural, one {# conversación} other {# conversaciones}}; Twilio cuenta {counted, number}. Twilio no cuenta más allá de {most, number}, así que no se puede saber si faltan conversaciones.",
  checkParts:
    "El archivo tiene {found, plural, one {# conversación} other {# conversaciones}}; Twilio cuenta {counted, number}. Al preguntarle por {parts, number} partes del periodo una por una, Twilio cuenta exactamente lo que tiene el archivo, así que su cuenta de todo el periodo es una estimación.",
  checkMoved: "La cuenta de Twilio pasó de {before, number} a {after, number} mientras se leían las filas.",
  checkNone: "Twilio no dio ninguna cuenta, así que el archivo no se comprobó.",
  checkNoneBecause: "El archivo no se comprobó con la cuenta de Twilio. {why}",
  checkLeftOut:
    "{count, plural, one {# conversación estaba} other {# conversaciones estaban}} fuera del periodo y no {count, plural, one {se incluyó} other {se incluyeron}}.",
  checkAstray:
    "Twilio respondió para otro periodo, así que pueden faltar conversaciones del que se pidió. Compare el archivo con un periodo que empiece un día antes y termine un día después.",
  checkClashes:
    "{count, plural, one {# fila llegó} other {# filas llegaron}} con el identificador de una fila anterior y otros valores, también al leer de nuevo. Se conservó la primera. Exporte otra vez cuando lleguen menos conversaciones.",
  exportDoubtful:
    "Esta exportación tiene {found, number} de {counted, number} conversaciones. Pida el archivo sin wait para recibirlas.",

  ...findings,
};
