import { Fragment, isValidElement, type ReactElement, type ReactNode } from "react";

/** What can stand in an element: text, or an element of the document's own. */
type Child = string | ReactElement<HostProps>;
export type HostProps = Readonly<Record<string, unknown>> & { children?: ReactNode };

const svgSpace = "http://www.w3.org/2000/svg";

/** Where React's name of an attribute is another than the document's. */
const attributeNames: Record<string, string> = {
  className: "class",
  dateTime: "datetime",
  readOnly: "readonly",
  tabIndex: "tabindex",
  strokeWidth: "stroke-width",
  strokeLinecap: "stroke-linecap",
  strokeLinejoin: "stroke-linejoin",
};

function isHost(node: ReactNode): node is ReactElement<HostProps> {
  return isValidElement(node) && typeof node.type === "string";
}

/** The children one by one: what draws nothing is left out, lists and fragments are laid open. */
function childrenOf(node: ReactNode, into: Child[] = []): Child[] {
  if (typeof node === "string") {
    if (node !== "") into.push(node);
  } else if (typeof node === "number") into.push(String(node));
  else if (isHost(node)) into.push(node);
  else if (Array.isArray(node)) for (const one of node) childrenOf(one, into);
  else if (isValidElement<HostProps>(node) && node.type === Fragment) childrenOf(node.props.children, into);
  else if (node !== null && node !== undefined && typeof node !== "boolean")
    throw new Error("Only text and elements of the document can be painted.");
  return into;
}

function paintStyle(element: HTMLElement, before: unknown, now: unknown): void {
  const [were, are] = [Object.keys(before ?? {}), Object.entries(now ?? {})];
  if (were.join() !== are.map(([name]) => name).join()) element.removeAttribute("style");
  for (const [name, value] of are) element.style.setProperty(name, String(value));
}

/** What stands in the attribute; null for one that is not there. */
function attributeValue(name: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (typeof value !== "boolean") throw new Error(`${name} cannot be painted: it is no attribute of the document.`);
  // For these, false is something to say.
  if (name.startsWith("aria-") || name.startsWith("data-")) return String(value);
  return value ? "" : null;
}

function paintAttribute(element: Element, name: string, before: unknown, now: unknown): void {
  if (name === "style") {
    if (element instanceof HTMLElement) paintStyle(element, before, now);
  } else if (name === "checked") {
    if (element instanceof HTMLInputElement) element.checked = now === true;
  } else {
    const attribute = attributeNames[name] ?? name;
    const value = attributeValue(attribute, now);
    if (value === null) element.removeAttribute(attribute);
    else element.setAttribute(attribute, value);
  }
}

const noProps: HostProps = {};

function paintProps(element: Element, before: HostProps, now: HostProps): void {
  for (const name in now)
    if (name !== "children" && now[name] !== before[name]) paintAttribute(element, name, before[name], now[name]);
  for (const name in before)
    if (name !== "children" && !(name in now)) paintAttribute(element, name, before[name], undefined);
  if (before.children !== now.children) paintChildren(element, before.children, now.children);
}

function make(child: Child, parent: Element | undefined): Node {
  if (typeof child === "string") return document.createTextNode(child);
  const type = String(child.type);
  const isSvg = type === "svg" || parent?.namespaceURI === svgSpace;
  const element = isSvg ? document.createElementNS(svgSpace, type) : document.createElement(type);
  paintProps(element, noProps, child.props);
  return element;
}

function isAlike(before: Child, now: Child): boolean {
  if (typeof before === "string" || typeof now === "string") return typeof before === typeof now;
  return before.type === now.type;
}

function change(node: Node | null, before: Child, now: Child): void {
  if (before === now) return;
  if (typeof now === "string") {
    if (node) node.nodeValue = now;
  } else if (node instanceof Element && typeof before !== "string") paintProps(node, before.props, now.props);
}

function paintChildren(parent: Element, before: ReactNode, now: ReactNode): void {
  // The most there is to do in a scrolled frame.
  if (typeof before === "string" && typeof now === "string" && before !== "" && now !== "") {
    if (parent.firstChild) parent.firstChild.nodeValue = now;
    return;
  }
  const [were, are] = [childrenOf(before), childrenOf(now)];
  let node: ChildNode | null = parent.firstChild;
  for (const [place, child] of are.entries()) {
    const was = were[place];
    const following: ChildNode | null = node?.nextSibling ?? null;
    if (was === undefined || !node) parent.append(make(child, parent));
    else if (isAlike(was, child)) change(node, was, child);
    else parent.replaceChild(make(child, parent), node);
    node = following;
  }
  while (node) {
    const following: ChildNode | null = node.nextSibling;
    node.remove();
    node = following;
  }
}

/** An element, and what it was last made to show. */
export type Painted = { element: Element; shown: ReactElement<HostProps> };

/**
 * Makes an element of the document from what React would draw: elements of the document with attributes and text, no
 * components, no handlers, no refs. Children are matched by their place, keys mean nothing.
 *
 * @throws where there is anything else in it.
 */
export function paintNew(shown: ReactElement<HostProps>): Painted {
  const element = make(shown, undefined);
  if (!(element instanceof Element)) throw new Error("Only an element can be painted.");
  return { element, shown };
}

/** Changes an element to what it shall show now: only what differs from what it showed. */
export function paintAgain(painted: Painted, shown: ReactElement<HostProps>): void {
  const before = painted.shown;
  painted.shown = shown;
  paintProps(painted.element, before.props, shown.props);
}
