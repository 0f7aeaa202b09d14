import { posix } from "node:path";
import { type ESTree, parseSync } from "vite";
import { type Literals, readLiterals } from "./literals.ts";
import { isNode, type Node, visit } from "./nodes.ts";

/** One import of a file: what is written, and the repository's file it means, undefined for a package. */
export type Import = { specifier: string; target: string | undefined; typeOnly: boolean };

/** A word of the code: a string, a piece of a template, a text in JSX, or an identifier. `line` counts from 1. */
export type Word = { kind: "string" | "name"; text: string; line: number };

export type Source = Literals & {
  /** From the repository's root, with slashes: `client/view/view.ts`. */
  path: string;
  lines: number;
  imports: Import[];
  words: Word[];
  /** Every member access that is written out, from its root: `process.env.PORT`, `window.location`. */
  chains: { text: string; line: number }[];
  hasDefaultExport: boolean;
  /** Modules whose exports are handed on: `export … from "x"`. */
  reExports: string[];
};

function resolve(from: string, specifier: string): string | undefined {
  return specifier.startsWith(".") ? posix.join(posix.dirname(from), specifier.replace(/\?.*$/, "")) : undefined;
}

/** `a.b["c"]` as `a.b.c`; undefined where a part is computed at run time. */
function chain(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "Identifier") return String(node.name);
  if (node.type === "ThisExpression") return "this";
  if (node.type === "MetaProperty") return "import.meta";
  if (node.type === "ChainExpression" || node.type === "TSNonNullExpression") return chain(node.expression);
  if (node.type !== "MemberExpression" || !isNode(node.property)) return undefined;
  const base = chain(node.object);
  const property = node.computed ? node.property.value : node.property.name;
  return base && typeof property === "string" ? `${base}.${property}` : undefined;
}

function wordOf(node: Node): Pick<Word, "kind" | "text"> | undefined {
  if (node.type === "Literal" && typeof node.value === "string") return { kind: "string", text: node.value };
  if (node.type === "JSXText") return { kind: "string", text: String(node.value) };
  if (node.type === "TemplateElement")
    return { kind: "string", text: (node as unknown as ESTree.TemplateElement).value.raw };
  if (node.type === "Identifier" || node.type === "JSXIdentifier") return { kind: "name", text: String(node.name) };
  return undefined;
}

/** What the rules need to know of a file. Throws where the file cannot be parsed. */
export function parseSource(path: string, text: string): Source {
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path} cannot be parsed: ${parsed.errors[0]?.message}`);
  const starts = [...text.matchAll(/\n/g)].map((match) => match.index);
  const lineAt = (offset: number): number => starts.filter((start) => start < offset).length + 1;
  const imports: Import[] = [];
  const words: Word[] = [];
  const chains: Source["chains"] = [];
  const reExports: string[] = [];
  let hasDefaultExport = false;
  const take = (specifier: unknown, typeOnly: boolean): void => {
    if (!isNode(specifier) || typeof specifier.value !== "string") return;
    imports.push({ specifier: specifier.value, target: resolve(path, specifier.value), typeOnly });
  };

  visit(parsed.program, (node) => {
    const word = wordOf(node);
    if (word) words.push({ ...word, line: lineAt(node.start) });
    if (node.type === "MemberExpression") {
      const written = chain(node);
      if (written) chains.push({ text: written, line: lineAt(node.start) });
    }
    if (node.type === "ImportDeclaration") take(node.source, node.importKind === "type");
    if (node.type === "ImportExpression" || node.type === "TSImportType")
      take(node.source, node.type === "TSImportType");
    if (node.type === "ExportDefaultDeclaration") hasDefaultExport = true;
    if ((node.type === "ExportAllDeclaration" || node.type === "ExportNamedDeclaration") && isNode(node.source)) {
      take(node.source, node.exportKind === "type");
      reExports.push(String(node.source.value));
    }
  });
  return {
    path,
    lines: text.split("\n").length - (text.endsWith("\n") ? 1 : 0),
    imports,
    words,
    chains,
    ...readLiterals(parsed.program, lineAt),
    hasDefaultExport,
    reExports,
  };
}
