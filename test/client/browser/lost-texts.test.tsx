import { render } from "@testing-library/react";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keepTexts } from "../../../client/browser/lost-texts.ts";

/** Texts beside texts, beside what comes and goes, alone, and in what is moved. Every one changes with the number. */
function Page({ number }: { number: number }) {
  const words = [`first ${number}`, `second ${number}`];
  return (
    <main>
      {number} of {number + 1} conversations {number % 2 ? <b>odd {number}</b> : null} {number % 3 ? "three" : null}
      <p>Alone {number}</p>
      <p>{`whole ${number}`}</p>
      {number % 2 ? `loose ${number}` : <i>fast {number}</i>}
      {words.map((word) => (
        <span key={word}>
          {word}, {number}
        </span>
      ))}
    </main>
  );
}

function texts(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) found.push(node);
  return found;
}

type Change = { kind: "wrap" | "replace" | "remove after" | "say"; at: number };

/** What translators and highlighters do to a text. */
function meddle(root: Node, { kind, at }: Change): void {
  const all = texts(root).filter((text) => text.parentElement?.tagName !== "FONT");
  const text = all[at % all.length];
  if (!text) return;
  const font = document.createElement("font");
  font.append(document.createElement("font"));
  if (font.firstElementChild) font.firstElementChild.textContent = `<${text.data}>`;
  if (kind === "replace") text.replaceWith(font);
  else if (kind === "say") text.data = `<${text.data}>`;
  else if (kind === "wrap") {
    font.replaceChildren();
    text.before(font);
    font.append(text);
  } else {
    text.after(font);
    text.remove();
  }
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom("wrap", "replace", "remove after", "say"),
  at: fc.nat(),
});

describe("texts that somebody takes out of their elements", () => {
  let end: () => void;
  beforeEach(() => {
    end = keepTexts(document.body);
  });
  afterEach(() => end());

  test("are what React says of them next, and nothing else stays in their place", async () => {
    const numbers = fc.array(fc.nat(30), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        numbers,
        fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 5 }),
        async (shown, changes) => {
          // The last one has no number of a former one, so that every text that has one is another.
          const all = [...shown, 31];
          const { container, rerender, unmount } = render(<Page number={all[0] ?? 0} />);
          for (const [place, number] of all.slice(1).entries()) {
            for (const one of changes[place] ?? []) meddle(container, one);
            // As in a browser, where a script is over before the page goes on.
            await Promise.resolve();
            rerender(<Page number={number} />);
            await Promise.resolve();
          }
          const said = container.textContent?.replaceAll(/[<>]/g, "");
          unmount();
          const fresh = render(<Page number={31} />);
          const wanted = fresh.container.textContent;
          fresh.unmount();
          expect(said).toBe(wanted);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("are left alone while nothing changes, and all others are taken away as ever", () => {
    const { container, rerender } = render(<Page number={1} />);
    const [text] = texts(container);
    const font = document.createElement("font");
    text?.replaceWith(font);
    rerender(<Page number={1} />);
    expect(font.isConnected).toBe(true);
    const [inner, outer] = [document.createElement("p"), document.createElement("p")];
    expect(() => outer.removeChild(inner)).toThrow(DOMException);
    expect(() => outer.insertBefore(inner, font)).toThrow(DOMException);
  });
});
