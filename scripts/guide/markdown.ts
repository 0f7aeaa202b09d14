/** A heading of a page, which can be linked to. */
export type Heading = { id: string; text: string };

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** Bold words, and keys or what is to be typed, which stand in backticks. */
function inline(text: string): string {
  return escaped(text)
    .replace(/`([^`]+)`/g, "<kbd>$1</kbd>")
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>");
}

/** A heading's place in the address: its words in small letters. */
export function idOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

function cells(line: string, tag: "th" | "td"): string {
  const inner = line.replace(/^\||\|$/g, "").split("|");
  return `<tr>${inner.map((cell) => `<${tag}>${inline(cell.trim())}</${tag}>`).join("")}</tr>`;
}

function table([head = "", rule = "", ...rows]: readonly string[]): string {
  if (!/^\|(-+\|)+$/.test(rule)) throw new Error(`A table has no line under its head: ${head}`);
  const body = rows.map((row) => cells(row, "td")).join("");
  return `<div class="wide"><table><thead>${cells(head, "th")}</thead><tbody>${body}</tbody></table></div>`;
}

function list(lines: readonly string[], mark: RegExp, tag: "ol" | "ul"): string {
  const items: string[] = [];
  for (const line of lines) {
    if (mark.test(line)) items.push(line.replace(mark, ""));
    else items.push(`${items.pop()} ${line.trim()}`);
  }
  return `<${tag}>${items.map((item) => `<li>${inline(item)}</li>`).join("")}</${tag}>`;
}

/** A block of lines between empty ones. Throws where it is of a kind that is not known, so that nothing is shown raw. */
function block(lines: readonly string[]): string {
  const [first = ""] = lines;
  const [, marks = "", title = ""] = /^(#{1,2}) (.+)$/.exec(first) ?? [];
  if (marks === "#") return `<h1>${inline(title)}</h1>`;
  if (marks) return `<h2 id="${idOf(title)}"><a href="#${idOf(title)}">${inline(title)}</a></h2>`;
  if (first.startsWith("|")) return table(lines);
  if (/^\d+\. /.test(first)) return list(lines, /^\d+\. /, "ol");
  if (first.startsWith("- ")) return list(lines, /^- /, "ul");
  const unknown = lines.find((line) => /^(#|>|```|[*+] | {4}|---)|\]\(|<\w/.test(line));
  if (unknown !== undefined) throw new Error(`The guide has a line of a kind that its page can’t show: ${unknown}`);
  return `<p>${inline(lines.join(" "))}</p>`;
}

/**
 * The HTML of the little Markdown that the guide is written in: headings of two levels, paragraphs, lists without
 * lists in them, tables, bold words and keys. Text is never taken for HTML.
 *
 * @throws an Error that quotes the line where the text has something else.
 */
export function htmlOf(markdown: string): { html: string; headings: Heading[] } {
  const blocks = markdown
    .trim()
    .split(/\n{2,}/)
    .map((text) => text.split("\n"));
  const headings = blocks.flatMap(([line = ""]) => {
    const text = /^## (.+)$/.exec(line)?.[1];
    return text === undefined ? [] : [{ id: idOf(text), text }];
  });
  return { html: blocks.map(block).join("\n"), headings };
}
