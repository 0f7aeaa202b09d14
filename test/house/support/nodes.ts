/** A node of a parsed file. */
export type Node = { type: string; start: number } & Record<string, unknown>;

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** Shows every node, from the root. */
export function visit(node: unknown, see: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, see);
  } else if (isNode(node)) {
    see(node);
    for (const child of Object.values(node)) if (typeof child === "object") visit(child, see);
  }
}
