import type { Shot } from "./take.ts";

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function figure({ look, file, failure }: Shot): string {
  const words = `${escaped(look.label)}${failure === undefined ? "" : ` <strong>not reached: ${escaped(failure)}</strong>`}`;
  return `<figure><a href="${file}"><img src="${file}" alt="" loading="lazy" /></a><figcaption>${words}</figcaption></figure>`;
}

/** All pictures of one size on one page, each with what it is of; a click shows it whole. */
export function contactSheet(size: string, shots: readonly Shot[]): string {
  const width = Number(size) < 600 ? "14rem" : "28rem";
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<title>${size} px</title>
<style>
  body { margin: 1rem; background: #777; color: #fff; font: 0.75rem/1.4 system-ui, sans-serif; }
  main { display: grid; grid-template-columns: repeat(auto-fill, minmax(${width}, 1fr)); gap: 0.75rem; }
  figure { margin: 0; }
  img { width: 100%; display: block; }
  strong { background: #a00; }
</style>
<h1>${size} px: ${shots.length} pictures</h1>
<main>
${shots.map(figure).join("\n")}
</main>
</html>
`;
}
