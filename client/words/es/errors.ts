import type { en } from "../en.ts";
import type { Translated } from "../translated.ts";

export const errors: Translated<(typeof en)["errors"]> = {
  credentials: {
    title: "Twilio rechazó las credenciales",
    advice: "Pida a su administrador de Earshot que revise la clave de API y el secreto, y vuelva a intentarlo.",
  },
  forbidden: {
    title: "Esta cuenta no tiene permiso para usar Conversation Insights",
    advice: "Pida a su administrador de Earshot que revise los permisos de la clave y si la cuenta se unió a la beta.",
  },
  absent: {
    title: "Twilio no ofrece Conversation Insights a esta cuenta",
    advice:
      "Es posible que la cuenta aún no se haya unido a la beta. Pida a su administrador de Earshot que lo revise en Twilio Console.",
  },
  upstream: { title: "Twilio no pudo responder", advice: "Indicó: “{message}” Vuelva a intentarlo en un momento." },
  slow: {
    title: "Twilio tardó demasiado",
    advice: "Indicó: “{message}” Elija un periodo más corto o vuelva a intentarlo en un momento.",
  },
  query: {
    title: "Twilio rechazó la consulta",
    advice: "Indicó: “{message}” Cambie el filtro o la columna que menciona, o el orden.",
  },
  large: {
    title: "Twilio rechazó la consulta",
    advice: "Indicó: “{message}” Seleccione menos valores de filtro o menos columnas.",
  },
  kind: {
    title: "Twilio no acepta este tipo de solicitud",
    advice: "Indicó: “{message}” Consulte “Qué puede hacer esta cuenta” o pregunte a su administrador de Earshot.",
  },
  page: {
    title: "Algo salió mal en esta página",
    advice: "Recargue la página. Su vista se conserva en la URL.",
  },
  server: {
    title: "El servidor de Earshot no responde",
    advice: "Compruebe que esté en funcionamiento y vuelva a intentarlo.",
  },
  offline: {
    title: "Sin conexión",
    advice: "Los datos cargados siguen aquí. El resto se cargará cuando vuelva a tener conexión.",
  },
  unreadable: {
    title: "No se pudo leer una respuesta",
    advice: "{message} Consulte “Qué puede hacer esta cuenta” o pregunte a su administrador de Earshot.",
  },
  detail: {
    noAnswer: "El servidor no respondió.",
    noReason: "El servidor respondió con {status} y no indicó el motivo.",
    notJson: "La respuesta no era JSON.",
    shape: "La respuesta tiene un formato inesperado en {where}.",
    wholeAnswer: "el nivel superior",
    time: "No se pudo leer una hora: “{cell}”.",
    number: "“{name}” no es un número.",
    count: "Falta un recuento en “{field}”.",
    sameToken: "Twilio remitió dos veces a la misma página.",
  },
  absentRole: {
    time: "Esta cuenta no tiene hora de creación.",
    channel: "Esta cuenta no tiene ningún campo de canal.",
    language: "Esta cuenta no tiene ningún campo de idioma.",
    sentiment: "Esta cuenta no tiene ningún campo de sentimiento.",
    status: "Esta cuenta no tiene ningún campo de estado.",
  },
  refusedRole: "Twilio enumera el campo “{field}” para esta cuenta, pero lo rechaza.",
  advice: {
    again: "Vuelva a intentarlo en un momento.",
    slow: "Elija un periodo más corto o vuelva a intentarlo en un momento.",
    smaller: "Elija un periodo más corto o menos columnas.",
    endless: "Los datos cargados siguen aquí. Vuelva a intentarlo para continuar o elija un periodo más corto.",
    fewer: "Seleccione menos valores de filtro.",
    account: "Consulte “Qué puede hacer esta cuenta” o pregunte a su administrador de Earshot.",
    address:
      "Pida a su administrador de Earshot que revise la dirección de la API de Twilio y cualquier proxy que haya delante.",
    reload: "Recargue la página. Si vuelve a ocurrir, pregunte a su administrador de Earshot.",
  },
  notReturned: "Twilio no devolvió {label}.",
  unsplit: "Sin dividir por sentimiento. {why}",
};
