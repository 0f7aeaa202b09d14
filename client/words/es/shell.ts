import type { en } from "../en.ts";
import type { Translated } from "../translated.ts";

export const shell: Translated<(typeof en)["shell"]> = {
  skip: "Saltar a las conversaciones",
  opening: "Cargando la cuenta",
  waiting: "Se alcanzó el límite de solicitudes de Twilio. Continúa en {seconds, number} s.",
  trial:
    "El límite de solicitudes de Twilio exige una espera inusualmente larga. Se vuelve a intentar en {seconds, number} s.",
  tryAgain: "Reintentar",
  find: { label: "Buscar un ID, cliente, agente, vista o acción", keys: "Ctrl K", mac: "⌘ K" },
  exportView: "Exportar",
  charts: {
    show: "Mostrar gráficos",
    hide: "Ocultar gráficos",
    loading: "Cargando gráficos",
  },
  lens: {
    title: "Formas de ver",
    conversations: "Conversaciones",
    analysis: "Análisis",
    cards: "Tarjetas",
    skip: "Saltar a los gráficos",
  },
  dismissNotes: "Descartar avisos",
  sample: "Datos de muestra",
  sampleHint:
    "Datos de muestra integrados, porque no hay credenciales de Twilio configuradas. Ninguna conversación es real.",
  account: "Cuenta de Twilio que termina en {end}",
  accountButton: "{name}: qué puede hacer esta cuenta",
  settings: "Configuración",
  region: {
    title: "Fechas y números",
    close: "Cerrar fechas y números",
    dates: "Fechas",
    numbers: "Números",
    clock: "Reloj",
    week: "La semana empieza el",
    automatic: "Predeterminado del navegador ({example})",
    hint: "Se aplica a este navegador. Los archivos exportados y los enlaces no cambian.",
    save: "Guardar",
  },
  empty: {
    title: "Esta cuenta aún no tiene datos que mostrar",
    advice:
      "Twilio no enumera dimensiones para ella. Es posible que la cuenta no se haya unido a Conversation Insights o que sus primeras conversaciones aún se estén procesando.",
  },
  broken: {
    page: "El panel de control dejó de funcionar",
    part: "Esta sección dejó de funcionar",
    advice: "Recargue la página. El periodo, los filtros y las columnas se conservan en la URL.",
    reload: "Recargar",
    afresh: "Abrir el panel de control sin filtros",
  },
};
