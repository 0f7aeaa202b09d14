import type { Elsewhere, SpokenLanguage } from "./glossary.ts";

/** Keys about Twilio's queries, which a person meets where one is refused or read page by page. */
const queries = [
  "errors.query.title",
  "errors.large.title",
  "exporting.details.query",
  "sentences.shape*",
  "sentences.request*",
  "sentences.twilio*",
  "sentences.dialect*",
  "sentences.adviceQuery",
  "sentences.source*",
  "sentences.noteByTime",
  "sentences.noteQueryReread",
  "sentences.findingNoJobs",
];

/** Keys about fields of the account, which are not columns until they are shown. */
const fields = [
  "account.*",
  "charts.explore.*",
  "detail.everyone.*",
  "errors.absentRole.*",
  "errors.refusedRole",
  "filters.noField",
  "filters.more.title",
  "view.*",
  "sentences.request*",
  "sentences.dialect*",
];

/** Keys by which a saved view or an export is destroyed. */
const deletions = ["exporting.act.*", "savedPanel.remove"];

/** Keys by which one filter is taken off. */
const removals = [
  "fieldFilter.remove",
  "figures.clear",
  "filters.line.remove",
  "table.empty.filteredAdvice",
  "sentences.dialectField",
  "sentences.dialectUnfiltered",
];

/** Addresses of the network and of participants, which nobody shares. */
const addresses = [
  "detail.noAddress",
  "find.email.title",
  "errors.advice.address",
  "sentences.request*",
  "sentences.twilioNoAddress",
  "sentences.adviceAddress",
];

/** Keys about operators of Conversation Intelligence and of filters. */
const operators = ["detail.empty.results", "detail.unnamedOperator", "detail.noResult", "sentences.findingNoGroupOp"];

/** Words that the glossary forbids for one concept and that are the right ones for another, by language. */
export const saidElsewhere: Readonly<Record<SpokenLanguage, readonly Elsewhere[]>> = {
  en: [
    ["query", queries, "a query of Twilio's, not the view"],
    ["report", ["account.report", "account.reportHint", "account.copyReport"], "a bug report"],
    [
      "search",
      ["detail.where.failed", "facetPanel.search", "fieldFilter.*", "find.*", "table.columns.search"],
      "to look in a list",
    ],
    ["preset", ["rangePanel.presets"], "time ranges that come with Earshot"],
    [
      "without",
      ["charts.*", "facetPanel.notSet.apart", "shell.broken.afresh", "view.apart", "sentences.*"],
      "what lacks something; nothing is excluded",
    ],
    [
      "found",
      [
        "account.noMatch",
        "charts.explore.noMatch",
        "detail.noEntities",
        "detail.where.lost",
        "exporting.selection.missing",
        "fieldFilter.none",
        "find.several.found",
        "rangePanel.zone.none",
        "table.columns.none",
        "sentences.twilioNoAddress",
      ],
      "“No … found” of a search, or of what was looked up by its ID",
    ],
    [
      "shown",
      ["charts.*", "detail.cut.*", "detail.copyNote", "facetPanel.*", "table.notes.*", "view.*"],
      "what the screen shows of what is loaded",
    ],
    [
      "delete",
      [...deletions, "exporting.errors.full", "savedPanel.full", "sentences.*", "table.head.resizeOrFit"],
      "destroys a saved view or an export, or is a key of the keyboard",
    ],
    ["remove", removals, "takes one filter off"],
    ["reset", ["table.columns.usual", "table.head.resize*"], "back to the default"],
    [
      "save",
      ["account.notChosen", "charts.save.failed", "savedPanel.*", "shell.region.save"],
      "keeps a choice or a view; nothing is downloaded",
    ],
    [
      "lost",
      ["sentences.adviceDiskFull", "sentences.adviceMakeRoom", "sentences.adviceDiskQuota", "sentences.adviceQuota"],
      "that no row is",
    ],
    ["reload", ["errors.page.advice", "errors.advice.reload", "shell.broken.*"], "the page of the browser"],
    ["cancel", ["exporting.cancelDialog"], "leaves a dialog"],
    ["stop", ["detail.where.stop", "exporting.act.cancel", "sentences.busyExports"], "interrupts running work"],
    ["dismiss", ["shell.dismissNotes"], "takes notes off the screen, and is no dialog's"],
    ["field", fields, "the data of an account"],
    ["log", ["sentences.adviceLog"], "the log of the server"],
    [
      "operator",
      [...operators, "detail.results", "detail.failed.results"],
      "what looks at conversations, or compares in a filter",
    ],
    [
      "call",
      ["find.*", "sentences.requestChannelId", "sentences.requestOrigin"],
      "of an API, or one by telephone and its SID",
    ],
    [
      "open",
      ["detail.console", "detail.loaded", "find.*", "keys.*", "savedPanel.*", "shell.broken.afresh", "table.menu.open"],
      "the verb, and what is open on the screen",
    ],
    ["done", ["filters.done"], "the button that closes the filters of a phone"],
    [
      "none",
      [
        "account.none",
        "charts.previous.*",
        "exporting.facts.noFilters",
        "sentences.findingNoProperties",
        "view.notConversation",
      ],
      "no field, no filter, nothing counted",
    ],
    [
      "empty",
      ["rangePanel.problems.empty", "sentences.shapeEmpty", "sentences.twilioEmptyPages", "sentences.noteFilled"],
      "a range, a list, a page or a cell of a file",
    ],
    ["unknown", ["detail.unknownSpeaker", "exporting.size.unknown"], "who spoke, how many there are"],
    [
      "before",
      ["rangePanel.problems.reversed", "sentences.requestBeyondEnd", "sentences.twilioCutOff"],
      "an order in time or place; nothing is compared",
    ],
    ["part", ["table.foot.printed", "table.select.held", "view.notPart"], "a part of the list or of the address"],
    [
      "key",
      ["detail.why.*", "errors.*", "sentences.shapeUnknown", "sentences.requestKeyTwice"],
      "of the API, or of JSON",
    ],
    ["key", ["figures.title"], "the figures that matter most"],
    ["chosen", ["account.how.chosen", "view.badChoice", "sentences.requestNoRoleField"], "a field for a role"],
    ["address", addresses, "of the network or of a participant"],
    [
      "URL",
      ["errors.page.advice", "shell.broken.advice", "view.notPart"],
      "what keeps the view when the page is reloaded",
    ],
    ["has this name", ["savedPanel.taken"], "a name that is taken already"],
    ["refused", ["detail.refused", "sentences.twilioRefused"], "a model of an answer, a host of the connection"],
    ["may not", ["detail.why.forbidden", "errors.absent.advice", "shell.empty.advice"], "that it is possible"],
    ["answer", ["detail.refused"], "what a model is asked for"],
  ],
  es: [
    ["consulta", queries, "a query of Twilio's, not the view"],
    ["informe", ["account.report", "account.reportHint", "account.copyReport"], "a bug report"],
    ["registro", ["sentences.adviceLog"], "the log of the server"],
    [
      "resultados",
      [
        "detail.*",
        "facetPanel.noMatch",
        "find.none",
        "find.results",
        "table.foot.finding.*",
        "table.foot.found.*",
        "sentences.dialectToken",
        "sentences.note*",
      ],
      "of operators, of a search, and Twilio's pages of them",
    ],
    ["eliminar", deletions, "destroys a saved view or an export"],
    [
      "borrar",
      [
        "detail.marked.clear",
        "facetPanel.clear",
        "find.clear",
        "filters.*",
        "keys.close",
        "rangePanel.*",
        "table.empty.clear",
        "table.select.clear",
      ],
      "empties a field, a filter or a selection",
    ],
    ["bajar", ["keys.pages"], "downwards"],
    ["recargar", ["shell.broken.reload"], "the page of the browser"],
    ["cancelar", ["exporting.cancelDialog"], "leaves a dialog"],
    ["detener", ["detail.where.stop", "exporting.act.cancel"], "interrupts running work"],
    ["campo", [...fields, "sentences.findingGrain"], "the data of an account"],
    ["operador", operators, "what looks at conversations, or compares in a filter"],
    ["usuario", ["sentences.failureDiskQuota", "sentences.adviceNoRight"], "of the operating system"],
    ["desconocido", ["detail.unknownSpeaker", "exporting.size.unknown"], "who spoke, how many there are"],
    ["vacío", ["rangePanel.problems.empty", "sentences.shapeEmpty"], "a range or a list"],
    [
      "antes",
      ["sentences.requestBeyondEnd", "sentences.twilioCutOff", "sentences.checkAstray"],
      "an order in time or place; nothing is compared",
    ],
    ["parte", ["table.foot.printed", "table.select.held", "view.notPart"], "a part of the list or of the address"],
    ["dirección", addresses.filter((key) => key !== "find.email.title"), "of the network or of a participant"],
    ["llamada", ["find.*", "sentences.requestChannelId"], "one by telephone, and its SID"],
    ["teléfono", ["find.phone.title"], "what a number is of"],
    ["abierta", ["find.goTo", "keys.read"], "what is open on the screen"],
    ["análisis", ["shell.lens.analysis"], "the lens of charts"],
  ],
};
