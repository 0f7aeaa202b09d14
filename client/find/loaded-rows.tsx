import { IconHash, IconMessage2 } from "@tabler/icons-react";
import { idText } from "../../contract/conversation-id.ts";
import type { Row } from "../../contract/page.ts";
import { channelIcon } from "../ui/channel-icon.tsx";
import type { ViewColumn } from "../view/columns.ts";
import { withOpen } from "../view/view.ts";
import { t } from "../words/words.ts";
import { cellWords, type RowWords, rowWords } from "./cell-words.ts";
import { fold } from "./fold.ts";
import { has, rank, type SearchWords } from "./match.ts";
import { type FindGroup, type FindOption, type FindSubject, groupOf, mostShown } from "./option.ts";
import { RowEnd } from "./RowEnd.tsx";

/** A cell as it is searched: by its words and, where they differ, by what the account wrote. */
type SearchCell = { column: ViewColumn; words: string; folded: string };
export type SearchRow = { id: string; row: Row; cells: readonly SearchCell[]; folded: string };

/** What rows are searched by. */
type SearchedRows = Pick<FindSubject, "rows" | "shown" | "fields" | "view">;

/** The rows that are held, made ready to be searched; none while they are those of a former view. */
export function searchRows({ rows, shown, fields, view }: SearchedRows): SearchRow[] {
  const id = fields.roles.id;
  if (!id || rows.isUpdating) return [];
  return rows.index.slice(rows.index.first, rows.index.count).flatMap((row) => {
    const own = idText(row[id.field]);
    if (own === undefined) return [];
    const cells = shown.map((column) => {
      const words = cellWords(row[column.field], column, view.zone);
      const raw = typeof row[column.field] === "string" ? String(row[column.field]) : "";
      return { column, words, folded: fold(raw === words ? words : `${words}\n${raw}`) };
    });
    return [{ id: own, row, cells, folded: [fold(own), ...cells.map(({ folded }) => folded)].join("\n") }];
  });
}

function iconOf({ channel }: RowWords) {
  return (channel && channelIcon(channel)) || <IconMessage2 size="1rem" aria-hidden />;
}

/** The line of a row: by what it is called, unless only another cell has what was looked for. */
function rowOption({ id, row, cells, folded }: SearchRow, wanted: SearchWords, subject: FindSubject): FindOption {
  const { shown, fields, view, setView } = subject;
  const words = rowWords(row, shown, fields, view.zone);
  const isInTitle = words.title !== undefined && has(fold(words.title), wanted);
  const cell = isInTitle ? undefined : cells.find((one) => has(one.folded, wanted) && has(fold(one.words), wanted));
  const isId = words.title === undefined ? cell === undefined || cell.column.role === "id" : cell?.column.role === "id";
  const text = isId ? id : (cell?.words ?? words.title ?? folded);
  const label = cell && !isId ? cell.column.label : undefined;
  const title = isInTitle || isId || cell === undefined ? undefined : words.title;
  return {
    key: `row ${id}`,
    icon: isId ? <IconHash size="1rem" aria-hidden /> : iconOf(words),
    text,
    of: isId ? "id" : "data",
    end: <RowEnd words={words} label={label} title={title} without={text} />,
    run: () => setView(withOpen(view, id)),
  };
}

const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** The loaded rows that have all of the words. */
export function rowGroup(all: readonly SearchRow[], wanted: SearchWords, subject: FindSubject): FindGroup[] {
  if (wanted.length === 0) return [];
  return groupOfRows(
    all,
    all.filter(({ folded }) => has(folded, wanted)).toSorted((a, b) => bestRank(a, wanted) - bestRank(b, wanted)),
    wanted,
    subject,
  );
}

function bestRank({ cells }: SearchRow, wanted: SearchWords): number {
  return Math.min(3, ...cells.flatMap(({ folded }) => (has(folded, wanted) ? [rank(folded, wanted)] : [])));
}

/** The loaded rows with a number, however either is written. */
export function numberGroup(all: readonly SearchRow[], typed: string, subject: FindSubject): FindGroup[] {
  const digits = digitsOf(typed);
  const isIt = ({ column, words }: SearchCell) => column.kind === "text" && digitsOf(words).includes(digits);
  const found = all.filter(({ cells }) => cells.some(isIt));
  return groupOfRows(all, found, [fold(typed)], subject);
}

function groupOfRows(
  all: readonly SearchRow[],
  found: readonly SearchRow[],
  wanted: SearchWords,
  subject: FindSubject,
): FindGroup[] {
  const options = found.slice(0, mostShown).map((one) => rowOption(one, wanted, subject));
  return groupOf("rows", t("find.groups.rows", { count: all.length }), options, found.length);
}
