import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GridRowProps } from "../../../client/table/paint/grid-row.tsx";
import { rowPainter } from "../../../client/table/paint/row-painter.ts";
import { until } from "../../support/until.ts";
import { column } from "./table-page.tsx";

const columns = [
  { column: column("id", "Id"), pin: undefined },
  { column: column("channel", "Channels"), pin: undefined },
  { column: column("text", "Name"), pin: undefined },
];

/** A row of one of two lists, which have other conversations in the same places. */
function rowAt(list: string, place: number): GridRowProps & { slot: number } {
  return {
    slot: place % 9,
    place,
    top: place * 36,
    row: { Id: `${list}-${place}-0123456789`, Channels: ["voice", "sms"].slice(place % 2), Name: `${list} ${place}` },
    columns,
    zone: "UTC",
    isUpdating: false,
    isOpen: false,
    tools: undefined,
    id: undefined,
    select: "no",
    activeColumn: undefined,
    cellId: (at, one) => `${at}-${one}`,
  };
}

function all(root: Node, kind: number): Node[] {
  const walker = document.createTreeWalker(root, kind);
  const found: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node);
  return found;
}

/** What somebody else's script does to the nodes of a page; `at` and `to` choose them. */
type Change = { kind: "wrap" | "replace" | "say" | "remove" | "swap" | "renumber" | "copy"; at: number; to: number };

function meddle(body: HTMLElement, { kind, at, to }: Change): void {
  const texts = all(body, NodeFilter.SHOW_TEXT);
  const elements = all(body, NodeFilter.SHOW_ELEMENT).filter((one) => one instanceof Element);
  const [text, other] = [texts[at % texts.length], texts[to % texts.length]];
  const [element, target] = [elements[at % elements.length], elements[to % elements.length]];
  const font = document.createElement("font");
  if (kind === "wrap" && text?.parentNode) {
    text.parentNode.insertBefore(font, text);
    font.append(text);
  } else if (kind === "replace" && text instanceof Text) {
    font.textContent = "übersetzt";
    text.replaceWith(font);
  } else if (kind === "say" && text) text.nodeValue = "otherwise";
  else if (kind === "remove") element?.remove();
  else if (kind === "swap" && text instanceof Text && other instanceof Text) {
    text.replaceWith(font);
    if (other !== text) other.replaceWith(text);
    font.replaceWith(other);
  } else if (kind === "swap" && element && target && !element.contains(target)) target.append(element);
  else if (kind === "renumber") element?.closest("tr")?.setAttribute("aria-rowindex", String(to));
  else if (kind === "copy" && element) element.after(element.cloneNode(true));
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom("wrap", "replace", "say", "remove", "swap", "renumber", "copy"),
  at: fc.nat(),
  to: fc.nat(),
});

describe("rows that somebody else has changed", () => {
  test("are those of the list when they are next painted, whatever was done to them", () => {
    const place = fc.uniqueArray(fc.nat(8), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(place, place, fc.array(change, { minLength: 1, maxLength: 8 }), (before, now, changes) => {
        const [body, fresh] = [document.createElement("tbody"), document.createElement("tbody")];
        const painter = rowPainter(body);
        painter.paint(before.map((at) => rowAt("one", at)));
        for (const one of changes) meddle(body, one);
        const list = now.map((at) => rowAt("two", at));
        painter.paint(list);
        rowPainter(fresh).paint(list);
        expect(body.innerHTML).toBe(fresh.innerHTML);
      }),
      { numRuns: 40 },
    );
  });

  test("are put right at once where a click would open another one, and their words are left to the translator", async () => {
    const body = document.createElement("tbody");
    const painter = rowPainter(body);
    painter.paint([0, 1, 2].map((at) => rowAt("one", at)));
    const numbers = () => [...body.children].map((row) => row.getAttribute("aria-rowindex"));
    const word = body.children[1]?.lastElementChild?.firstElementChild;
    if (word) word.textContent = "eins";
    body.firstElementChild?.remove();
    body.lastElementChild?.setAttribute("aria-rowindex", "99");
    await until(() => expect(numbers()).toEqual(["2", "3", "4"]));
    for (let times = 0; times < 9; times += 1) {
      body.append(document.createElement("font"));
      await Promise.resolve();
    }
    // Somebody who insists does not keep the page busy.
    expect(body.children.length).toBeGreaterThan(3);
    painter.paint([0, 1, 2].map((at) => rowAt("one", at)));
    expect(body.textContent).not.toContain("eins");
    expect(numbers()).toEqual(["2", "3", "4"]);
  });
});
