import { Marked } from "marked";

/** A heading of a page, which can be linked to. */
export type Heading = { id: string; text: string };

/** Text as it may stand in HTML and in its attributes. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A heading's place in the address: its words in small letters. */
export function idOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/**
 * The HTML of a page that is written in Markdown. Headings of the second level are links to themselves, code is a key
 * to press or what is to be typed, and a wide table scrolls by itself. Text is never taken for HTML.
 */
export function htmlOf(markdown: string): { html: string; headings: Heading[] } {
  const headings: Heading[] = [];
  const marked = new Marked({
    async: false,
    renderer: {
      html: ({ text }) => escaped(text),
      codespan: ({ text }) => `<kbd>${escaped(text)}</kbd>`,
      heading({ tokens, depth, text }) {
        const inner = this.parser.parseInline(tokens);
        if (depth !== 2) return `<h${depth}>${inner}</h${depth}>\n`;
        const id = idOf(text);
        headings.push({ id, text });
        return `<h2 id="${id}"><a href="#${id}">${inner}</a></h2>\n`;
      },
    },
  });
  const html = marked
    .parse(markdown, { async: false })
    .replaceAll("<table>", '<div class="wide"><table>')
    .replaceAll("</table>", "</table></div>");
  return { html, headings };
}
