import type { ESTree } from "vite";
import { isNode, type Node, visit } from "./nodes.ts";

type Said = { text: string; line: number };

/** The literals of a file, by who reads them. */
export type Literals = {
  /** Where a person reads or hears them: in JSX, in an attribute or a property such as `title`. */
  spoken: (Said & { place: string })[];
  /** What lists are joined with: the literals given to `join`. */
  joins: Said[];
  /** What only a developer reads: what is given to an Error. */
  thrown: ReadonlySet<string>;
};

const spokenProps =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|\w*[lL]abel|\w*[tT]itle|alt|\w*[pP]laceholder|description|caption|advice|\w*Message|tooltip|summary|error)$/;

/** The literals that an expression may become: the branches of a condition, the parts of a sum or a template. */
function literalsOf(node: unknown): { text: string; at: Node }[] {
  if (!isNode(node)) return [];
  const { type } = node;
  const parts = (...of: unknown[]) => of.flatMap(literalsOf);
  if (type === "Literal" || type === "JSXText") {
    return typeof node.value === "string" ? [{ text: node.value, at: node }] : [];
  }
  if (type === "TemplateElement") {
    const { cooked, raw } = (node as unknown as ESTree.TemplateElement).value;
    return [{ text: cooked ?? raw, at: node }];
  }
  if (type === "TemplateLiteral") return parts(...(node.quasis as Node[]), ...(node.expressions as Node[]));
  if (type === "ConditionalExpression") return parts(node.consequent, node.alternate);
  if (type === "LogicalExpression") return parts(node.left, node.right);
  if (type === "BinaryExpression") return node.operator === "+" ? parts(node.left, node.right) : [];
  if (type === "ArrayExpression") return parts(...(node.elements as Node[]));
  // `[a, "b"].join(" · ")`: the members are said; what is given to a call is its own affair.
  if (type === "CallExpression") return isNode(node.callee) ? parts(node.callee.object) : [];
  if (type === "MemberExpression") return parts(node.object);
  return /^(JSXExpressionContainer|ParenthesizedExpression|TS(As|Satisfies|NonNull)Expression|ChainExpression)$/.test(
    type,
  )
    ? parts(node.expression)
    : [];
}

/** Where a node puts something before a person, and what. */
function spokenBy(node: Node): { place: string; value: unknown } | undefined {
  if (node.type === "JSXExpressionContainer") return { place: "JSX", value: node.expression };
  if (node.type === "JSXText") return { place: "JSX", value: node };
  const isPair = node.type === "JSXAttribute" || node.type === "Property";
  const key = node.type === "JSXAttribute" ? node.name : node.key;
  if (!isPair || !isNode(key)) return undefined;
  const name = String(key.name ?? key.value);
  return spokenProps.test(name) ? { place: name, value: node.value } : undefined;
}

function isErrorMade({ type, callee }: Node): boolean {
  return type === "NewExpression" && isNode(callee) && String(callee.name).endsWith("Error");
}

function isJoin({ type, callee }: Node): boolean {
  return type === "CallExpression" && isNode(callee) && isNode(callee.property) && callee.property.name === "join";
}

/** Sorts the literals of a program by who reads them. */
export function readLiterals(program: unknown, lineAt: (offset: number) => number): Literals {
  const spoken: Literals["spoken"] = [];
  const joins: Said[] = [];
  const thrown = new Set<string>();
  const inAttributes = new Set<unknown>();
  const given = (node: Node) => (node.arguments as Node[]).flatMap(literalsOf);
  visit(program, (node) => {
    // Most attributes are not read by people; those that are have been taken by their names.
    if (node.type === "JSXAttribute") inAttributes.add(node.value);
    const said = inAttributes.has(node) ? undefined : spokenBy(node);
    const texts = said ? literalsOf(said.value) : [];
    spoken.push(...texts.map(({ text, at }) => ({ place: said?.place ?? "", text, line: lineAt(at.start) })));
    if (isErrorMade(node)) for (const { text } of given(node)) thrown.add(text);
    if (isJoin(node)) joins.push(...given(node).map(({ text, at }) => ({ text, line: lineAt(at.start) })));
  });
  return { spoken, joins, thrown };
}
