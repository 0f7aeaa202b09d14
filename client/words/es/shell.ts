import type { en } from "../en.ts";
import type { Translated } from "../translated.ts";

export const shell: Translated<(typeof en)["shell"]> = {
  skip: "Saltar a las conversaciones",
  opening: "Abriendo la cuenta",
  waiting: "Twilio nos pide esperar: seguimos en {seconds, number} s.",
  trial: "Twilio pide una espera inusualmente larga. Se vuelve a intentar en {seconds, number} s.",
  tryAgain: "Reintentar",
  exportView: "Exportar",
  charts: {
    show: "Mostrar gráficos",
    hide: "Ocultar gráficos",
    more: "Más gráficos",
    loading: "Cargando los gráficos",
  },
  dismissNotes: "Descartar las notas",
  sample: "muestra",
  sampleHint: "Datos de muestra incorporados: no hay credenciales de Twilio. Nada de esto es una conversación real.",
  account: "Cuenta de Twilio que termina en {end}",
  accountButton: "{name}: qué puede hacer esta cuenta",
  theme: "Tema: {name}",
  themes: { auto: "Como el sistema", light: "Claro", dark: "Oscuro" },
  language: "Idioma: {name}",
  region: {
    open: "Fechas y números",
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
    title: "Esta cuenta aún no tiene nada que mostrar",
    advice:
      "Twilio no indica ninguna dimensión. Puede que la cuenta no use Conversation Insights o que sus primeras conversaciones aún se estén procesando.",
  },
  broken: {
    page: "El panel ha dejado de funcionar",
    part: "Esta parte ha dejado de funcionar",
    advice: "Recargue la página. El periodo, los filtros y las columnas se mantienen: están en la dirección.",
    reload: "Recargar",
    afresh: "Abrir el panel sin filtros",
  },
};
