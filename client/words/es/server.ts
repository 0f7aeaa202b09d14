import type { sentences } from "../../../contract/messages/sentences.ts";
import type { Translated } from "../translated.ts";
import { findings } from "./server-findings.ts";

const place = "{whole, select, yes {El cuerpo} other {{path}}}";
const kind =
  "{expected, select, string {un texto} number {un número} int {un número entero} boolean {un booleano} array {una lista} object {un objeto} other {del tipo {expected}}}";

export const server: Translated<typeof sentences> = {
  internal: "Algo salió mal en Earshot.",
  shapeMissing: `Falta {whole, select, yes {el cuerpo} other {{path}}}. Debe ser ${kind}.`,
  shapeType: `${place} debe ser ${kind}.`,
  shapeValue: `${place} debe ser {value}.`,
  shapeOneOf: `${place} debe ser uno de estos: {values}.`,
  shapeUnknown: `${place} no es una clave conocida aquí.`,
  shapeTooDeep: `${place} está anidado un nivel de más. Un filtro es un grupo de comparaciones, y una comparación no tiene expresiones.`,
  shapeEmpty: `${place} no puede estar vacío.`,
  shapeTooLong: `${place} debe tener como máximo {most, number} caracteres.`,
  shapeTooMany: `${place} debe tener como máximo {most, number} elementos.`,
  shapeAtLeast: `${place} debe ser {least, number} o más.`,
  shapeAtMost: `${place} debe ser {most, number} o menos.`,
  shapeFormat: `${place} debe ser {format, select, datetime {una hora como 2026-03-11T12:00:00Z} other {del formato {format}}}.`,
  shapeNothingAsked: `${place} se rechaza porque una consulta necesita al menos una medida o una dimensión.`,
  shapeNotSetOr: `${place} se rechaza porque “Sin valor” no puede ser una de varias alternativas.`,
  shapeRefused: `${place} no coincide con la documentación.`,

  requestUnreadable: "No se pudo leer la solicitud.",
  requestTooLong: "El cuerpo supera los {most, number} KiB.",
  requestNotJson: "El cuerpo no es JSON válido.",
  requestNotUtf8: "El cuerpo no es UTF-8 válido.",
  requestKeyTwice: "El cuerpo tiene la misma clave dos veces en un objeto.",
  requestTooDeep: "El cuerpo tiene demasiados niveles anidados.",
  requestTooManyKeys: "El cuerpo tiene más de {most, number} claves en un objeto.",
  requestTooManyValues: "El cuerpo tiene más de {most, number} valores.",
  requestEncoding: "El cuerpo debe ser JSON en UTF-8, sin comprimir o con gzip.",
  requestContentType: "El cuerpo debe ser JSON, con Content-Type: application/json.",
  requestNoQuery: "Falta el cuerpo. Debe ser una consulta.",
  requestNoExport: "Falta el cuerpo. Debe ser una exportación.",
  requestMethod: "Aquí no se permite {method}, solo {allow}.",
  requestHost:
    "El encabezado Host no corresponde a este servidor. Detrás de un proxy inverso, agregue el nombre a ALLOWED_HOSTS.",
  requestOrigin: "Solo la página de Earshot puede llamar a este servidor.",
  requestNoRoute: "No existe esa dirección en /api.",
  requestNothingHere: "No hay nada en esta dirección.",
  requestPageSize: "pageSize debe ser un número entero de 1 a {most}.",
  requestTokenTwice: "pageToken se debe indicar una sola vez.",
  requestNoToken:
    "Falta pageToken. Solicite la primera página con POST y una consulta, y las siguientes con GET y pageToken.",
  requestTokenInPost: "pageToken corresponde a GET. Ya contiene la consulta, así que no envíe ningún cuerpo.",
  requestBodyInGet: "El cuerpo corresponde a POST. Con pageToken, la consulta ya se conoce.",
  requestConversationId: "El ID de una conversación debe tener de 1 a 100 letras, dígitos, guiones bajos y guiones.",
  requestChannelId:
    "channelId debe ser el SID de una llamada o de un mensaje: dos mayúsculas y después 32 cifras y letras de la a a la f.",
  requestZone: "{path} debe ser una zona horaria de la IANA, como Europe/Berlin.",
  requestColumn: "{field} no es un campo de esta exportación.",
  requestColumnTwice: "{field} solo puede ser columna una vez.",
  requestNoRole: "No existe ese papel.",
  requestNoRoleField: "{field} no es un campo de esta cuenta que se pueda elegir aquí.",
  requestNamedRole: "{variable} indica el campo, por lo que elegir aquí no tendría efecto.",
  requestNoChoice: "Falta el cuerpo. Debe ser la elección de un campo.",
  requestBeyondEnd: "El archivo termina antes del tramo solicitado.",

  twilioSaid: "Twilio indicó: “{message}”",
  twilioTimeout: "La API de {api} no respondió en {seconds, plural, one {# segundo} other {# segundos}}.",
  twilioStillWorking: "La API de {api} aún estaba procesando la consulta cuando respondió.",
  twilioRefused: "La API de {api} rechazó la conexión ({code}).",
  twilioNoAddress: "No se encontró la dirección de la API de {api} ({code}).",
  twilioNoProof: "No se pudo verificar la identidad de la API de {api} mediante TLS ({code}).",
  twilioUnreachable: "No se pudo acceder a la API de {api} ({code}).",
  twilioProxy: "El proxy de HTTPS_PROXY no dejó pasar a Earshot hasta la API de {api} ({code}).",
  twilioTooLarge: "La API de {api} devolvió más de lo que Earshot acepta de una vez.",
  twilioCutOff: "La respuesta de la API de {api} terminó antes de estar completa.",
  twilioNotJson: "La API de {api} devolvió algo que no es JSON.",
  twilioType: "La API de {api} devolvió {type} en lugar de JSON.",
  twilioRedirect: "La API de {api} devolvió una redirección ({status}), que Earshot no sigue. Revise {variable}.",
  twilioStatus: "La API de {api} devolvió el estado {status} sin un error que Earshot pueda leer.",
  twilioShape: "La respuesta de la API de {api} no coincide con la documentación: {fault}",
  twilioEmptyPages: "La API de {api} devolvió {count} páginas vacías seguidas, cada una de las cuales remitía a otra.",
  twilioKnownPages:
    "La API de {api} devolvió {count} páginas seguidas sin filas nuevas, cada una de las cuales remitía a otra.",
  twilioSameToken: "Twilio remitió dos veces a la misma página de una lista.",

  dialectField:
    "Twilio enumera el campo “{field}” para esta cuenta, pero lo rechaza. Elija otro campo o quite el filtro.",
  dialectBeside:
    "Twilio enumera el campo “{field}” para esta cuenta, pero lo rechaza {other, select, any {junto a otros campos} other {junto a “{other}”}}.",
  dialectDimensions: "Esta cuenta acepta como máximo {most, number} campos en una consulta.",
  dialectMeasure: "Esta cifra no está disponible aquí. {why}",
  dialectTooMany:
    "Habría que leer más de {most, number} conversaciones para contarlas aquí. Elija un periodo más corto.",
  dialectNoFilter: "Esta cuenta no puede filtrar por “{field}”.",
  dialectFilter: "Esta cuenta no puede filtrar por “{field}”, por lo que Earshot filtra las filas. Esto tarda más.",
  dialectNoNotSet: "Twilio no tiene un filtro de filas sin “{field}”.",
  dialectNotSet:
    "Twilio no tiene un filtro de filas sin “{field}”, por lo que Earshot filtra las filas. Esto tarda más.",
  dialectNotSetApart:
    "Twilio cuenta {all, plural, one {# conversación} other {# conversaciones}} y devolvió {rows, number} al solicitarle “{field}”, por lo que Earshot no puede saber cuáles no tienen valor.",
  dialectUnfiltered:
    "Esta cuenta no puede filtrar por “{field}” y no devolvió valores de ese campo, por lo que Earshot tampoco puede filtrar por él. Quite el filtro.",
  dialectZone: "Esta cuenta no acepta una zona horaria.",
  dialectHours: "Esta cuenta no cuenta por días de esta zona horaria, por lo que Earshot sumó sus horas.",
  dialectCounted:
    "Earshot contó {rows, plural, one {# conversación} other {# conversaciones}} en {calls, plural, one {# solicitud} other {# solicitudes}}. {why}",
  dialectGroups: "Twilio omite los grupos pequeños en sus recuentos o los combina.",
  dialectGroupsKept:
    "Twilio omite conversaciones en estos grupos o combina grupos, por lo que las cifras pueden ser incorrectas.",
  dialectRounded:
    "Twilio redondea los recuentos a múltiplos de {most, number}, por lo que las cifras pueden no ser exactas.",
  dialectCountOff:
    "Twilio cuenta {all, number} conversaciones aquí, pero devolvió {rows, number}, así que las cifras pueden no ser exactas.",
  dialectCapped: "Twilio no cuenta más allá de {most, number}, así que las cifras pueden ser demasiado bajas.",
  dialectNoisy: "Los recuentos de Twilio son aproximados: cada uno puede diferir en {most, number}, más o menos.",
  dialectTotals: "Twilio devolvió una fila de totales entre los grupos, que Earshot omitió.",
  dialectParts: "La lista de valores era demasiado larga para una consulta, por lo que se unieron {count, number}.",
  dialectOrder: "Esta cuenta no puede ordenar por “{field}”.",
  dialectToken: "Esta página de resultados expiró. Cargue la lista de nuevo.",
  dialectNoJob: "Earshot tiene que unir estas filas, y una instantánea de Twilio no puede hacerlo.",
  dialectJobs: "Esta cuenta no acepta instantáneas.",
  dialectCells: "Twilio no devolvió valores de “{field}”.",
  dialectClocks:
    "Twilio devuelve “{field}” sin zona horaria, y Earshot no pudo determinar cuál es. Estas horas pueden estar desplazadas.",

  exportUnreadable: "No se puede leer el manifiesto de esta exportación. Sus archivos están en DATA_DIR/exports/{id}.",
  exportChanged:
    "El manifiesto de esta exportación ha cambiado desde que se escribió, por lo que nada de lo que indica es seguro. Sus archivos están en DATA_DIR/exports/{id}.",
  exportDamaged:
    "Las filas en el disco del servidor han cambiado desde que se escribieron, por lo que no se crea ningún archivo con ellas. Elimine esta exportación e inicie una nueva.",
  exportsKept:
    "{most, plural, one {Se conserva # exportación, el máximo} other {Se conservan # exportaciones, el máximo}}. Elimine algunas o aumente EXPORT_LIMIT.",
  busyExports:
    "{most, plural, one {Hay # exportación en curso, el máximo a la vez} other {Hay # exportaciones en curso, el máximo a la vez}}. Espere a que termine una o detenga una.",
  busyFiles:
    "{most, plural, one {Se está preparando # archivo} other {Se están preparando # archivos}}, el máximo a la vez.",
  busyFollowers:
    "{most, plural, one {# ventana sigue} other {# ventanas siguen}} las exportaciones, el máximo a la vez. Cierre algunas o aumente EXPORT_FOLLOWERS.",
  exportAbsent: "Esta exportación no existe.",
  exportEnded: "Esta exportación ya terminó.",
  exportRunning: "Esta exportación está en curso.",
  exportStillRunning: "Esta exportación sigue en curso.",
  exportComplete: "Esta exportación está completa.",
  exportStopped: "Esta exportación se detuvo.",
  exportFailed: "{why} {advice}",
  exportOtherServer: "Otro servidor de Earshot en este equipo usa el mismo DATA_DIR. Asigne una carpeta a cada uno.",
  exportQuota:
    "Las exportaciones ocupan {used, number} {usedUnit} de los {most, number} {mostUnit} permitidos. Elimine algunas o aumente EXPORT_QUOTA.",

  failureDiskFull: "El disco de las exportaciones está lleno.",
  failureNoRoom: "No hay espacio para las exportaciones.",
  failureDiskQuota: "Se agotó la cuota de disco del usuario que ejecuta Earshot.",
  failureNoRight: "Earshot no tiene permiso para escribir en su carpeta de datos.",
  failureFilesGone: "Los archivos de esta exportación ya no están en el disco del servidor.",
  failureReadOnly: "El disco de las exportaciones es de solo lectura.",
  failureChanged:
    "Las filas cambiaron en Twilio durante la exportación, por lo que el resto no se puede unir a lo ya escrito.",
  failureCircle: "Twilio remitió dos veces a la misma página, por lo que sus páginas se repiten.",
  failureTokens: "Twilio rechaza sus propias referencias de página, incluso después de reiniciar la exportación.",

  adviceLater: "Cuando Twilio vuelva a responder, reanude para continuar desde la última fila.",
  adviceEndless:
    "Las filas obtenidas hasta ahora se conservan. Reanude para continuar después. Un periodo más corto necesita menos páginas.",
  adviceCredentials: "Revise las credenciales de la cuenta en la configuración, reinicie Earshot y reanude.",
  adviceForbidden: "La cuenta no tiene permiso para leer Insights. Reanude cuando lo tenga.",
  adviceQuery: "Cambie la vista e inicie una exportación nueva. Esta consulta se rechazará de nuevo.",
  adviceSmaller:
    "Inicie una exportación nueva de un periodo más corto o con menos columnas, o reanude cuando Twilio esté menos ocupado.",
  adviceAccount:
    "La API de esta cuenta no acepta este tipo de solicitud. Consulte “Qué puede hacer esta cuenta” o pregunte a su administrador de Earshot y reanude.",
  adviceAddress:
    "Pida a su administrador de Earshot que revise la dirección de la API de Twilio y cualquier proxy que haya delante, y reanude.",
  adviceDiskFull: "Elimine exportaciones o libere espacio y reanude. No se pierde ninguna fila.",
  adviceMakeRoom: "{why} Elimine exportaciones o libere espacio y vuelva a intentarlo. No se pierde ninguna fila.",
  adviceOperator: "{why} Pida a su administrador de Earshot que revise DATA_DIR y vuelva a intentarlo.",
  adviceDiskQuota: "Elimine exportaciones o aumente la cuota y reanude. No se pierde ninguna fila.",
  adviceNoRight: "Dé al usuario que ejecuta Earshot permiso para escribir en DATA_DIR y reanude.",
  adviceFilesGone: "Elimínela de la lista e inicie una exportación nueva.",
  adviceReadOnly: "Permita la escritura o asigne otra carpeta a DATA_DIR y reanude.",
  adviceQuota: "Después, reanude. No se pierde ninguna fila.",
  adviceLog: "Reanude para continuar desde la última fila. El registro del servidor tiene más detalles.",
  adviceChanged:
    "Inicie una exportación nueva. Las filas obtenidas hasta ahora se pueden descargar como archivo parcial.",
  adviceCircle:
    "Al reanudar, se vuelve a solicitar la página. Si falla otra vez, inicie una exportación nueva con un periodo más corto.",
  adviceTokens: "Al reanudar, se intenta de nuevo. Un periodo más corto necesita menos páginas.",

  sourceUndecided: "La primera página mostrará si el resultado es pequeño.",
  sourceOnePage: "El resultado cabe en una página.",
  sourceTwoPages: "El resultado cabe en dos páginas.",
  sourceJob: "El resultado ocupa más de dos páginas.",
  sourceShifted: "Las páginas se desplazaron mientras se leían.",
  sourceInsteadOfJob: "{why} En su lugar se leyeron las páginas de la consulta.",
  sourceJobSaid: "La instantánea de Twilio no terminó. Indicó: “{message}”",
  sourceJobStatus: "La instantánea de Twilio no terminó (estado: {status}).",
  sourceJobSlowQuery:
    "La consulta tardaba demasiado en responderse al momento, por lo que Earshot solicitó una instantánea.",
  sourceJobSlow:
    "La instantánea de Twilio no había terminado después de {minutes, plural, one {# minuto} other {# minutos}}.",
  sourceJobNoAnswer: "No se pudo solicitar una instantánea a Twilio: {why}",
  sourceJobGone: "Twilio ya no tiene la instantánea.",
  sourceJobRefused: "Twilio rechazó una instantánea ({status}).",

  noteOtherRows: "Las filas del disco no coincidían con el manifiesto, por lo que se exportaron de nuevo.",
  noteLostRows:
    "{count, plural, one {# fila de las páginas de Twilio no se pudo leer y no está} other {# filas de las páginas de Twilio no se pudieron leer y no están}} en el archivo.",
  noteUnreadRows:
    "{count, plural, one {# fila de las páginas de Twilio no se pudo leer} other {# filas de las páginas de Twilio no se pudieron leer}}. Aun así, el archivo tiene tantas conversaciones como cuenta Twilio.",
  noteLongLink: "El enlace a la vista tiene más de {most, number} caracteres, por lo que no está en el manifiesto.",
  noteNewJob: "Los resultados de Twilio expiraron. Una instantánea nueva proporcionó el resto.",
  noteResultsReread:
    "Expiró una página de resultados. Los resultados se leyeron de nuevo hasta donde estaba la exportación.",
  noteByTime: "Expiró una página de resultados. La consulta se reinició desde la hora de la última fila.",
  noteQueryReread: "Expiró una página de resultados. La consulta se leyó de nuevo hasta donde estaba la exportación.",
  noteShifted:
    "Las páginas se desplazaron mientras se leían, por lo que las filas se leyeron de nuevo desde el principio.",
  noteWentOn: "Twilio devolvió solo algunas filas. El resto se solicitó a partir de la hora de la última.",
  noteWentOnBehind:
    "Twilio devolvió solo algunas filas. El resto se solicitó por hora y está al final, primero las más recientes.",
  noteWider:
    "Twilio aplicó otro periodo, por lo que Earshot solicitó un día más a cada lado y conservó solo el periodo solicitado. Las filas obtenidas así están al final.",
  noteFilled:
    "Twilio omitió {count, plural, one {# conversación y solo la devolvió} other {# conversaciones y solo las devolvió}} al solicitar{count, plural, one {la} other {las}} de nuevo. {count, plural, one {Está} other {Están}} al final, y los campos que Twilio no devolvió están vacíos.",

  checkShort:
    "El archivo tiene {found, number} de {counted, plural, one {la # conversación} other {las # conversaciones}} que cuenta Twilio. Twilio no devuelve más. Con un periodo más corto quizá se obtenga el resto.",
  checkOver:
    "El archivo tiene {found, plural, one {# conversación} other {# conversaciones}}, pero Twilio cuenta {counted, number}. Exporte otra vez y, si las cifras siguen sin coincidir, compárelas con un periodo más corto.",
  checkNear:
    "El archivo tiene {found, plural, one {# conversación} other {# conversaciones}}, pero Twilio cuenta {counted, number}. El recuento puede ser una estimación, por lo que Earshot no puede saber si faltan conversaciones.",
  checkRounded:
    "El archivo tiene {found, plural, one {# conversación} other {# conversaciones}}, pero Twilio cuenta {counted, number}. Twilio redondea los recuentos a múltiplos de {most, number}, por lo que Earshot no puede saber si faltan conversaciones.",
  checkCapped:
    "El archivo tiene {found, plural, one {# conversación} other {# conversaciones}}; Twilio cuenta {counted, number}. Twilio no cuenta más allá de {most, number}, así que no se puede saber si faltan conversaciones.",
  checkParts:
    "El archivo tiene {found, plural, one {# conversación} other {# conversaciones}}, pero Twilio cuenta {counted, number}. En {parts, number} periodos más cortos, uno por uno, Twilio cuenta exactamente lo que tiene el archivo, por lo que su recuento de todo el periodo es una estimación.",
  checkMoved: "El recuento de Twilio pasó de {before, number} a {after, number} mientras se leían las filas.",
  checkNone: "Twilio no devolvió ningún recuento, por lo que el archivo no se comprobó.",
  checkNoneBecause: "El archivo no se comprobó con el recuento de Twilio. {why}",
  checkLeftOut: "Conversaciones fuera del periodo que no se incluyeron: {count, number}.",
  checkAstray:
    "Twilio devolvió filas de otro periodo, por lo que pueden faltar conversaciones del periodo solicitado. Compare el archivo con un periodo que empiece un día antes y termine un día después.",
  checkClashes:
    "{count, plural, one {# fila tiene} other {# filas tienen}} el ID de una fila anterior pero otros valores, incluso al leer de nuevo. Se conservó la primera. Exporte otra vez cuando lleguen menos conversaciones.",
  exportDoubtful:
    "Esta exportación tiene {found, number} de {counted, number} conversaciones. Solicite el archivo sin wait para recibirlas.",

  ...findings,
};
