import type { savedPanel as english } from "../en/saved-panel.ts";
import type { Translated } from "../translated.ts";

export const savedPanel: Translated<typeof english> = {
  title: "Vistas guardadas",
  none: "Aún no hay nada guardado. Una vista guardada conserva periodo, filtros, columnas y gráficos en este navegador.",
  open: "Abrir {name}",
  start: "Abrir {name} al empezar",
  rename: "Cambiar el nombre de {name}",
  newName: "Nuevo nombre de {name}",
  remove: "Eliminar {name}",
  removed: "Se eliminó «{name}»",
  undo: "Deshacer",
  name: "Nombre de esta vista",
  save: "Guardar",
  replace: "Reemplazar «{name}»",
  taken: "Otra vista se llama así.",
  full: "Este navegador no tiene espacio para guardarla. Elimine una vista guardada y vuelva a intentarlo.",
  denied:
    "Este navegador no deja que Earshot guarde nada. Permita las cookies y los datos de sitio para esta página y vuelva a intentarlo.",
  importFile: "Importar",
  exportFile: "Exportar",
  imported:
    "{count, plural, =0 {Todas las vistas del archivo ya están aquí} one {Se añadió # vista} other {Se añadieron # vistas}}",
  unreadableHere:
    "Esta versión de Earshot no puede leer lo que este navegador tiene guardado. Se aparta cuando guarde algo nuevo.",
  unreadable: "Este archivo no es una lista de vistas de Earshot.",
  link: {
    moving: "Periodo que avanza",
    movingHint: "Quien lo abra verá lo último de ese momento",
    fixed: "Periodo de ahora",
    fixedHint: "{from} – {to}",
    long: "Tiene {count, number} caracteres: los programas de correo y chat pueden cortarlo. Una vista guardada se puede pasar como archivo.",
    copied: "El enlace está copiado",
    byHand: "Copie el enlace desde aquí",
  },
};
