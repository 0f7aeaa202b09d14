import { render, waitFor } from "@testing-library/react";
import fc from "fast-check";
import { createElement, Fragment, type ReactElement, type ReactNode } from "react";
import { describe, expect, test } from "vitest";
import type { GridRowProps } from "../../../client/table/paint/grid-row.tsx";
import { type HostProps, paintAgain, paintNew } from "../../../client/table/paint/host.ts";
import { rowPainter } from "../../../client/table/paint/row-painter.ts";

type Drawn = ReactElement<HostProps>;

function host(type: string, own: HostProps, ...children: ReactNode[]): Drawn {
  return createElement<HostProps>(type, own, ...children);
}

/** The first element that React draws, in the document. */
function byReact(shown: Drawn): Element {
  const { container, unmount } = render(shown);
  const copy = container.firstElementChild?.cloneNode(true);
  unmount();
  if (!(copy instanceof Element)) throw new Error("React drew nothing.");
  return copy;
}

const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("", "<b>", "מה", "a"));
const props = fc.record(
  {
    title: text,
    className: fc.constantFrom("one", "two"),
    dir: fc.constantFrom("auto", "ltr"),
    "aria-hidden": fc.boolean(),
    "data-active": fc.constantFrom(true, undefined),
    "aria-colindex": fc.nat(9),
    style: fc.record(
      { color: fc.constantFrom("red", "blue"), "--pin": fc.constantFrom("1px", "2px") },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const leaf: fc.Arbitrary<ReactNode> = fc.oneof(text, fc.nat(99), fc.constantFrom(null, undefined, false, true));
const icon: fc.Arbitrary<Drawn> = fc
  .constantFrom("M0 0", "M1 1")
  .map((d) => host("svg", { viewBox: "0 0 24 24", strokeWidth: "1.75" }, host("path", { d })));

const { drawn } = fc.letrec<{ drawn: Drawn; child: ReactNode }>((tie) => ({
  drawn: fc
    .tuple(fc.constantFrom("span", "time", "div"), props, fc.array(tie("child"), { maxLength: 4 }))
    .map(([type, own, children]) => host(type, own, ...children)),
  child: fc.oneof(
    { maxDepth: 3 },
    leaf,
    icon,
    tie("drawn"),
    fc.array(tie("child"), { maxLength: 3 }).map((children) => createElement(Fragment, undefined, ...children)),
  ),
}));

describe("an element that is painted", () => {
  test("is what React draws, whatever it was painted as before", () => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 4 }), (shown) => {
        const [first, ...others] = shown.map((one) => host("div", {}, one));
        if (!first) return;
        const painted = paintNew(first);
        expect(painted.element.isEqualNode(byReact(first))).toBe(true);
        for (const one of others) {
          paintAgain(painted, one);
          expect(painted.element.isEqualNode(byReact(one))).toBe(true);
        }
      }),
    );
  });

  test("keeps the elements and texts that only say something else", () => {
    const cell = (word: string) => (
      <td title={word}>
        <span>{word}</span>
      </td>
    );
    const painted = paintNew(cell("Voice"));
    const [span, words] = [painted.element.firstChild, painted.element.firstChild?.firstChild];
    paintAgain(painted, cell("Chat"));
    expect(painted.element.outerHTML).toBe('<td title="Chat"><span>Chat</span></td>');
    expect(painted.element.firstChild).toBe(span);
    expect(span?.firstChild).toBe(words);
  });

  test("ticks a box as it is told, not only in its attribute", () => {
    const box = (checked: boolean) => <input type="checkbox" checked={checked} readOnly />;
    const painted = paintNew(box(false));
    paintAgain(painted, box(true));
    expect(painted.element).toHaveProperty("checked", true);
  });

  test.each([
    ["a component", () => <div>{createElement(() => "drawn")}</div>],
    ["a handler", () => host("div", { onClick: () => undefined })],
    ["an object", () => host("div", { title: {} })],
  ])("cannot be %s", (_, shown) => {
    expect(() => paintNew(shown())).toThrow(/painted/);
  });
});

describe("rows that are painted", () => {
  const columns = [{ column: { field: "Name", label: "Name", kind: "text", sortable: true }, pin: undefined }] as const;
  const rowAt = (place: number, slots: number): GridRowProps & { slot: number } => ({
    slot: place % slots,
    place,
    top: place * 36,
    row: { Name: `row ${place}` },
    columns,
    zone: "UTC",
    isUpdating: false,
    isOpen: false,
    tools: undefined,
    id: undefined,
    select: "no",
    activeColumn: undefined,
    cellId: (at, column) => `${at}-${column}`,
  });
  const words = (body: Element) => [...body.children].map((row) => row.textContent);

  test("stand in the order they are given, each in the element of its slot", () => {
    const body = document.createElement("tbody");
    const painter = rowPainter(body);
    const places = fc.uniqueArray(fc.nat(30), { maxLength: 8 });
    fc.assert(
      fc.property(places, places, (before, now) => {
        painter.paint(before.map((place) => rowAt(place, 40)));
        const were = new Map([...body.children].map((element, at) => [before[at], element]));
        painter.paint(now.map((place) => rowAt(place, 40)));
        expect(words(body)).toEqual(now.map((place) => `row ${place}`));
        for (const [at, place] of now.entries()) if (were.has(place)) expect(body.children[at]).toBe(were.get(place));
      }),
    );
  });

  test("have their boxes ticked as selected, whatever a click made of them", async () => {
    const body = document.createElement("tbody");
    const painter = rowPainter(body);
    painter.paint([rowAt(0, 9), { ...rowAt(1, 9), select: "yes" }]);
    const boxes = [...body.querySelectorAll("input")];
    for (const box of boxes) box.click();
    expect(boxes.map(({ checked }) => checked)).toEqual([true, false]);
    await waitFor(() => expect(boxes.map(({ checked }) => checked)).toEqual([false, true]));
  });
});
