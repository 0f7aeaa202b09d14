import type { en } from "../en.ts";
import type { Translated } from "../translated.ts";

export const table: Translated<(typeof en)["table"]> = {
  title: { conversation: "Conversaciones", row: "Filas" },
  foot: {
    loading: "Cargando…",
    updating: "Actualizando…",
    waiting: "Se alcanzó el límite de solicitudes de Twilio. Continúa en {seconds, number} s",
    waitingSpoken: "Se alcanzó el límite de solicitudes de Twilio. La carga continúa automáticamente.",
    trial:
      "El límite de solicitudes de Twilio exige una espera inusualmente larga. Se vuelve a intentar en {seconds, number} s",
    trialSpoken:
      "El límite de solicitudes de Twilio exige una espera inusualmente larga. Earshot vuelve a intentarlo automáticamente.",
    failed: "Sin cargar",
    failedKept: "Sin actualizar. Se muestran las filas anteriores ({time}).",
    loadingMore: "{count, number} cargadas. Cargando más…",
    more: "{count, number} cargadas, hay más disponibles",
    counted: "{count, number} coinciden",
    counting: "{count, number} cargadas. Contando todas…",
    ended: {
      hollow:
        "{count, number} de {counted, number} porque Twilio omite las conversaciones sin valor. Oculte {labels} para ver el resto.",
      hollowRows:
        "{found, number} de {counted, number} conversaciones, en {count, plural, one {# fila} other {# filas}}, porque Twilio omite las conversaciones sin valor. Oculte {labels} para ver el resto.",
      shortRows:
        "{found, number} de {counted, number} conversaciones, en {count, plural, one {# fila} other {# filas}}. Twilio no devuelve más. Elija un periodo más corto para ver el resto.",
      short:
        "{count, number} de {counted, number}. Twilio no devuelve más. Elija un periodo más corto para ver el resto.",
      lost: "{found, number} de {counted, number} conversaciones. Las demás no se pudieron leer. Una exportación las solicita de nuevo.",
      over: "{count, number} cargadas, pero Twilio cuenta {counted, number}.",
      rounded:
        "{count, number} cargadas. El recuento de Twilio está redondeado a un múltiplo de {most, number}: {counted, number}.",
      capped: "{count, number} cargadas. Twilio no cuenta más allá de {most, number}.",
      near: "{count, number} cargadas. El recuento de Twilio es aproximado: {counted, number}.",
    },
    none: { conversation: "Ninguna conversación", row: "Ninguna fila" },
    all: {
      conversation: "{count, plural, one {# conversación} other {# conversaciones}}, todo cargado",
      row: "{count, plural, one {# fila} other {# filas}}, todo cargado",
    },
    finding: {
      expired: "Los resultados expiraron. Recargando la lista: {done, number} de {of, number}…",
      large:
        "Una página de resultados era demasiado grande. Recargando la lista en páginas más pequeñas: {done, number} de {of, number}…",
    },
    found: {
      expired: "La lista se recargó porque sus resultados habían expirado.",
      large: "La lista se recargó en páginas más pequeñas porque una era demasiado grande.",
    },
    moreFailed: "No se pudo cargar más. {why}",
    retry: "Reintentar",
    hiddenSort: "Ordenado por {label}, una columna oculta.",
    usualOrder: "Usar orden predeterminado",
    printed:
      "Esta impresión solo incluye la parte de la lista que estaba en pantalla. Una exportación la incluye completa.",
    offline: "Sin conexión. Los datos cargados siguen aquí.",
  },
  empty: {
    retry: "Reintentar",
    filtered: {
      conversation: "Ninguna conversación coincide con estos filtros",
      row: "Ninguna fila coincide con estos filtros",
    },
    filteredAdvice: "Quite un filtro o bórrelos todos para ver más.",
    clear: "Borrar filtros",
    range: { conversation: "No hay conversaciones en este periodo", row: "No hay filas en este periodo" },
    rangeAdvice: {
      conversation: "Esta cuenta no tiene conversaciones aquí. Un periodo más largo puede mostrar algunas.",
      row: "Esta cuenta no tiene filas aquí. Un periodo más largo puede mostrar algunas.",
    },
    widen: "Mostrar un periodo más largo",
  },
  head: {
    usualSort: "Orden predeterminado",
    unsortable: "Twilio no puede ordenar por esta columna",
    width: "Ancho de la columna {label}",
    usualWidth: "Predeterminado",
    pixels: "{width, number} píxeles",
    resizeOrFit: "Arrastre o use las flechas. Doble clic o Intro para ajustar al contenido, Supr para restablecer.",
    resize: "Arrastre o use las flechas. Doble clic para restablecer.",
  },
  columns: {
    title: "Columnas",
    search: "Buscar columnas",
    visible: "Columnas visibles",
    none: "No se encontraron columnas",
    usual: "Restablecer",
    pin: "Fijar {label}",
    up: "Mover {label} hacia arriba",
    down: "Mover {label} hacia abajo",
    moved: "{label} es la columna {place, number} de {count, number}.",
  },
  density: { title: "Densidad", compact: "Compacta", normal: "Estándar", roomy: "Amplia" },
  sort: {
    by: "Ordenar por",
    other: "Otro orden",
    ascending: "Ascendente: cambiar a descendente",
    descending: "Descendente: cambiar a ascendente",
  },
  select: {
    row: "Seleccionar",
    column: "Selección",
    all: "Seleccionar las filas cargadas",
    count: "{count, plural, one {# seleccionada} other {# seleccionadas}}",
    most: "(hasta {most, number})",
    loaded:
      "{rows, plural, one {La # fila cargada está seleccionada.} other {Las # filas cargadas están seleccionadas.}}",
    held: "Solo están seleccionadas las {rows, number} filas cercanas a esta parte de la lista, de {loaded, number} cargadas.",
    tooMany:
      "Sin seleccionar: {count, number} conversaciones superarían el límite de {most, number}. Para obtener todas las filas, exporte la vista.",
    gap: "Sin seleccionar: algunas filas intermedias ya no están cargadas. Desplácese por ellas y siga seleccionando.",
    cleared: "Se borró la selección de {count, number} porque cambiaron los filtros o el periodo.",
    export: "Exportar selección",
    copy: "Copiar como tabla",
    copying: "Copiando…",
    clear: "Borrar",
  },
  copy: {
    cell: "Celda copiada.",
    row: "Fila copiada como JSON.",
    link: "Enlace copiado.",
    failed: "Su navegador no permite copiar aquí.",
  },
  menu: {
    title: "Fila",
    open: "Abrir",
    cell: "Copiar celda",
    more: "Más acciones",
    row: "Copiar fila como JSON",
    link: "Copiar enlace a la fila",
  },
  keys: "Atajos",
  circle: "Las páginas de Twilio vuelven a una que ya está cargada.",
  notes: {
    repeated: "Filas que llegaron dos veces y se muestran una sola vez: {count, number}.",
    outside: "Filas fuera del periodo que no se muestran: {count, number}.",
    lost: "Filas que no se pudieron leer: {count, number}.",
    notReturned: "Twilio no devolvió {labels}.",
    more: "{count, plural, one {# nota más} other {# notas más}}",
    less: "Menos notas",
  },
  notReturned: "no devuelto",
  notSet: "Sin valor",
  moreValues: "+{count, number}",
};
