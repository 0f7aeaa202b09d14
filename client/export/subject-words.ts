import { longestName } from "../../contract/export.ts";
import { cubeRoles } from "../../contract/roles.ts";
import { formatList } from "../format/list.ts";
import { currentLocale, t } from "../words/words.ts";
import { type ExportSize, exportSize } from "./size.ts";
import type { ExportSubject, SubjectWords } from "./subject.ts";

function sizeWords(size: ExportSize): string {
  if (size.kind === "unknown") return t("exporting.size.unknown");
  const { count } = size;
  if (size.kind === "selected") return t("exporting.size.selected", { count });
  if (size.kind === "atMost") return t("exporting.size.atMost", { count });
  const areConversations = size.kind === "conversations" || size.areConversations;
  return areConversations ? t("exporting.size.conversations", { count }) : t("exporting.size.rows", { count });
}

function orderWords({ view, fields, columns }: ExportSubject): string {
  const { time, id } = fields.roles;
  const { sort } = view;
  if (sort && sort.field !== time?.shown) {
    const column = columns.find(({ field }) => field === sort.field)?.label ?? sort.field;
    return sort.direction === "ASC"
      ? t("exporting.order.ascending", { column })
      : t("exporting.order.descending", { column });
  }
  if (time) return sort?.direction === "ASC" ? t("exporting.order.oldest") : t("exporting.order.newest");
  return id ? t("exporting.order.byId") : t("exporting.order.none");
}

/** What will leave, in one sentence: `12,408 conversations, 9 columns, Europe/Berlin, newest first`. */
export function subjectSentence(subject: ExportSubject): string {
  const columns = t("exporting.columns", { count: subject.columns.length });
  return formatList([sizeWords(exportSize(subject)), columns, subject.view.zone, orderWords(subject)]);
}

/** What has to be added where the number is not the number of rows; undefined where it is. */
export function sizeRemark(subject: ExportSubject): string | undefined {
  const size = exportSize(subject);
  if (size.kind === "unknown") return t("exporting.size.unknownWhy");
  if (size.kind === "atMost") return t("exporting.size.atMostWhy");
  return (size.kind === "conversations" || size.kind === "selected") && size.moreRows
    ? t("exporting.size.moreRows")
    : undefined;
}

/** A filter's words without its name where that is a role's: `Channel: Voice` is `Voice`. */
function shortFilter(text: string): string {
  const name = cubeRoles.map((role) => `${t(`filters.roles.${role}`)}: `).find((one) => text.startsWith(one));
  return name ? text.slice(name.length) : text;
}

/**
 * What an export is called where nobody names it: what it holds. `Negative, Voice, last 7 days`.
 *
 * @param words of the view.
 */
export function proposedName({ view, fields, selected }: ExportSubject, { range, filters }: SubjectWords): string {
  const all = selected ? t("exporting.size.selected", { count: selected.ids.size }) : t("exporting.allConversations");
  const what = filters.length > 0 ? filters.map(shortFilter) : [all];
  // Within a line, “last 7 days”; a month keeps its capital.
  const when =
    view.range.kind === "fixed" ? range : range.charAt(0).toLocaleLowerCase(currentLocale()) + range.slice(1);
  return formatList(fields.roles.time ? [...what, when] : what).slice(0, longestName);
}
