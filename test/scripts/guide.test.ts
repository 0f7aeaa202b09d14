import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { guidePage } from "../../scripts/guide/guide-page.ts";
import { htmlOf, idOf } from "../../scripts/guide/markdown.ts";
import { rootFolder } from "../../scripts/run.ts";

test("headings can be linked to, keys are keys, and tables scroll by themselves", () => {
  const { html, headings } = htmlOf(
    "# A guide\n\nOne **two** `J`.\n\n## Find & read\n\n| K | V |\n|---|---|\n| x | **y** |\n",
  );
  expect(headings).toEqual([{ id: "find-read", text: "Find & read" }]);
  expect(html.replace(/\s*\n\s*/g, "")).toBe(
    [
      "<h1>A guide</h1>",
      "<p>One <strong>two</strong> <kbd>J</kbd>.</p>",
      '<h2 id="find-read"><a href="#find-read">Find &amp; read</a></h2>',
      '<div class="wide"><table><thead><tr><th>K</th><th>V</th></tr></thead>',
      "<tbody><tr><td>x</td><td><strong>y</strong></td></tr></tbody></table></div>",
    ].join(""),
  );
});

test("no text becomes a tag or an attribute of its own", () => {
  fc.assert(
    // Blanks at its end would be cut, and what has an @ may be a link.
    fc.property(fc.stringMatching(/^[a-z<>"&' ]{1,30}[a-z]$/), (text) => {
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
