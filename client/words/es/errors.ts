import type { en } from "../en.ts";
import type { Translated } from "../translated.ts";

export const errors: Translated<(typeof en)["errors"]> = {
  credentials: {
    title: "Twilio rechazó las credenciales",
    advice: "Pida a quien administra Earshot que revise la clave de API y su secreto, y vuelva a intentarlo.",
  },
  forbidden: {
    title: "Esta cuenta no puede usar Conversation Insights",
    advice:
      "Pida a quien administra Earshot que revise los permisos de la clave y que la cuenta se haya unido a la beta.",
  },
  absent: {
    title: "Twilio no ofrece Conversation Insights a esta cuenta",
    advice:
      "Puede que la cuenta aún no se haya unido a la beta. Pida a quien administra Earshot que lo revise en la consola de Twilio.",
  },
  upstream: { title: "Twilio no pudo responder", advice: "Dijo: «{message}» Vuelva a intentarlo en un momento." },
  slow: {
    title: "Twilio tardó demasiado",
    advice: "Indicó: “{message}” Elija un periodo más corto o vuelva a intentarlo en un momento.",
  },
  query: {
    title: "Twilio no aceptó la consulta",
    advice: "Indicó: “{message}” Cambie el filtro o la columna que menciona, o el orden.",
  },
  large: {
    title: "Twilio no aceptó la consulta",
    advice: "Indicó: “{message}” Seleccione menos valores de filtro o menos columnas.",
  },
  kind: {
    title: "Twilio no acepta este tipo de solicitud",
    advice: "Indicó: “{message}” Consulte “Qué puede hacer esta cuenta” o pregunte a su administrador de Earshot.",
  },
  page: {
    title: "Algo salió mal en esta página",
    advice: "Recargue la página; su vista se conserva en la dirección.",
  },
  server: {
    title: "El servidor de Earshot no responde",
    advice: "Compruebe que esté en marcha y vuelva a intentarlo.",
  },
  offline: {
    title: "No hay conexión",
    advice: "Lo que ya se cargó sigue aquí. El resto se cargará cuando vuelva a tener conexión.",
  },
  unreadable: {
    title: "No se pudo leer una respuesta",
    advice: "{message} Consulte “Qué puede hacer esta cuenta” o pregunte a su administrador de Earshot.",
  },
  detail: {
    noAnswer: "El servidor no respondió.",
    noReason: "El servidor respondió {status} sin decir por qué.",
    notJson: "La respuesta no era JSON.",
    shape: "La respuesta no tiene la forma acordada en {where}.",
    wholeAnswer: "toda la respuesta",
    time: "No se pudo leer una hora: «{cell}».",
    number: "«{name}» no es un número.",
    count: "Falta un recuento en «{field}».",
    sameToken: "Twilio dio dos veces la misma clave de página.",
  },
  absentRole: {
    time: "Esta cuenta no tiene hora de creación.",
    channel: "Esta cuenta no tiene campo de canal.",
    language: "Esta cuenta no tiene campo de idioma.",
    sentiment: "Esta cuenta no tiene campo de sentimiento.",
    status: "Esta cuenta no tiene campo de estado.",
  },
  refusedRole: "Esta cuenta incluye el campo “{field}”, pero lo rechaza.",
  advice: {
    again: "Vuelva a intentarlo en un momento.",
    slow: "Elija un periodo más corto o vuelva a intentarlo en un momento.",
    smaller: "Elija un periodo más corto o menos columnas.",
    endless: "Lo cargado se conserva. Vuelva a intentarlo para seguir, o elija un periodo más corto.",
    fewer: "Seleccione menos valores de filtro.",
    account: "Consulte “Qué puede hacer esta cuenta” o pregunte a su administrador de Earshot.",
    address:
      "Pida a su administrador de Earshot que revise la dirección de la API de Twilio y lo que haya delante de ella.",
    reload: "Recargue la página. Si vuelve a ocurrir, avise a su administrador de Earshot.",
  },
  notReturned: "Twilio no devolvió {label}.",
  unsplit: "Sin repartir por sentimiento: {why}",
};
