import type { savedPanel as english } from "../en/saved-panel.ts";
import type { Translated } from "../translated.ts";

export const savedPanel: Translated<typeof english> = {
  title: "Vistas guardadas",
  none: "Aún no hay vistas guardadas. Una vista guardada conserva el periodo, los filtros, las columnas y los gráficos en este navegador.",
  open: "Abrir {name}",
  start: "Abrir {name} de forma predeterminada",
  rename: "Cambiar el nombre de {name}",
  newName: "Nombre nuevo de {name}",
  remove: "Eliminar {name}",
  removed: "Se eliminó “{name}”",
  undo: "Deshacer",
  name: "Nombre de la vista",
  save: "Guardar",
  replace: "Reemplazar “{name}”",
  taken: "Otra vista ya tiene este nombre.",
  full: "No se guardó porque este navegador no tiene espacio. Elimine una vista guardada y vuelva a intentarlo.",
  denied:
    "No se guardó porque este navegador no permite que Earshot almacene datos. Permita las cookies y los datos de sitios para esta página y vuelva a intentarlo.",
  importFile: "Importar",
  exportFile: "Exportar",
  imported:
    "{count, plural, =0 {Todas las vistas del archivo ya están aquí} one {Se agregó # vista} other {Se agregaron # vistas}}",
  unreadableHere:
    "Esta versión de Earshot no puede leer las vistas guardadas en este navegador. Se apartarán cuando guarde una nueva.",
  unreadable: "Este archivo no es una lista de vistas de Earshot.",
  link: {
    moving: "Enlace con periodo móvil",
    movingHint: "Muestra los datos más recientes al abrirlo",
    fixed: "Enlace con periodo fijo",
    fixedHint: "{from} – {to}",
    long: "Con {count, number} caracteres, las aplicaciones de correo y chat pueden cortarlo. También puede compartir una vista guardada como archivo.",
    copied: "Enlace copiado.",
    byHand: "Copie el enlace desde aquí",
  },
};
