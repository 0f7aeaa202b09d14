import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { rootFolder } from "../run.ts";
import { escaped, htmlOf } from "./markdown.ts";

const read = (path: string) => readFileSync(join(rootFolder, path), "utf8");

/** The whole page of the guide. It needs no script but the one that chooses light or dark. */
export function guidePage(markdown: string): string {
  const { html, headings } = htmlOf(markdown);
  const places = headings.map(({ id, text }) => `<li><a href="#${id}">${escaped(text)}</a></li>`).join("");
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Guide · Earshot</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/guide.css" />
    <script src="/color-scheme.js"></script>
  </head>
  <body>
    <header>
      <a class="home" href="/"><img src="/favicon.svg" alt="" />Earshot</a>
    </header>
    <div class="page">
      <nav aria-label="Contents"><ul>${places}</ul></nav>
      <main>
${html}
      </main>
    </div>
  </body>
</html>
`;
}

/** What is served as the guide, made anew each time. The colours are the dashboard's own. */
const files: Record<string, { type: string; make: () => string }> = {
  "/guide.html": { type: "text/html", make: () => guidePage(read("docs/guide.md")) },
  "/guide.css": { type: "text/css", make: () => read("client/ui/tokens.css") + read("scripts/guide/guide.css") },
};

/** Makes docs/guide.md a page of its own, /guide.html, which whoever uses Earshot can read without its source. */
export const guide: Plugin = {
  name: "guide",
  generateBundle() {
    for (const [path, { make }] of Object.entries(files))
      this.emitFile({ type: "asset", fileName: path.slice(1), source: make() });
  },
  configureServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      const file = files[request.url ?? ""];
      if (!file) return next();
      response.setHeader("Content-Type", `${file.type}; charset=utf-8`);
      response.end(file.make());
    });
  },
};
