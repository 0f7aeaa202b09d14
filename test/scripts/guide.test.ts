import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { guidePage } from "../../scripts/guide/guide-page.ts";
import { htmlOf, idOf } from "../../scripts/guide/markdown.ts";
import { rootFolder } from "../../scripts/run.ts";

test("headings, paragraphs, lists, tables, bold words and keys become HTML", () => {
  const { html, headings } = htmlOf(
    "# A guide\n\nOne\ntwo **three** `J`.\n\n## Find & read\n\n- a\n  b\n- c\n\n1. d\n\n| K | V |\n|---|---|\n| x | **y** |",
  );
  expect(headings).toEqual([{ id: "find-read", text: "Find & read" }]);
  expect(html).toBe(
    [
      "<h1>A guide</h1>",
      "<p>One two <strong>three</strong> <kbd>J</kbd>.</p>",
      '<h2 id="find-read"><a href="#find-read">Find &amp; read</a></h2>',
      "<ul><li>a b</li><li>c</li></ul>",
      "<ol><li>d</li></ol>",
      '<div class="wide"><table><thead><tr><th>K</th><th>V</th></tr></thead>' +
        "<tbody><tr><td>x</td><td><strong>y</strong></td></tr></tbody></table></div>",
    ].join("\n"),
  );
});

test.each(["### Third", "> quoted", "```", "* star", "[a](b)", "a\n<b>", "| a |\n| b |"])(
  "what the page can’t show stops the build: %s",
  (markdown) => expect(() => htmlOf(markdown)).toThrow(),
);

test("no text becomes a tag or an attribute of its own", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z<>"&' ]{1,30}$/), (text) => {
      const { html } = htmlOf(`## x ${text}`);
      expect(html.match(/<[^>]*>/g)).toEqual([
        `<h2 id="${idOf(`x ${text}`)}">`,
        `<a href="#${idOf(`x ${text}`)}">`,
        "</a>",
        "</h2>",
      ]);
    }),
  );
});

test("the guide is a page whose places are all there, each once", () => {
  const page = guidePage(readFileSync(join(rootFolder, "docs/guide.md"), "utf8"));
  const ids = Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
  const targets = Array.from(page.matchAll(/href="#([^"]+)"/g), ([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(targets)).toEqual(new Set(ids));
  expect(page).not.toMatch(/\*\*|`|^\|/m);
});
