import type { Page } from "@playwright/test";

declare global {
  interface Window {
    /** What the person has pressed since the count began; undefined on a page that was loaded after that. */
    earshotPresses: string[] | undefined;
  }
}

/** Runs in the page: writes down what its browser says was pressed there. */
function listen(): void {
  if (window.earshotPresses) {
    window.earshotPresses.length = 0;
    return;
  }
  const presses: string[] = [];
  window.earshotPresses = presses;
  let isInWord = false;
  /** A word that is typed ends with a blank, and with whatever else is pressed. */
  const add = (what: string) => {
    isInWord = false;
    presses.push(what);
  };
  const isText = (target: EventTarget | null) =>
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLElement && target.isContentEditable) ||
    (target instanceof HTMLInputElement && !/^(button|checkbox|radio|range|reset|submit)$/.test(target.type));
  const nameOf = (target: EventTarget | null) => {
    if (!(target instanceof Element)) return "the page";
    const named = target.closest("[aria-label], button, a, label, [role]") ?? target;
    const text = named.getAttribute("aria-label") ?? named.textContent;
    return `“${text.trim().slice(0, 60)}”`;
  };
  const capture = { capture: true };
  window.addEventListener("pointerdown", ({ target }) => add(`press ${nameOf(target)}`), capture);
  window.addEventListener("paste", () => add("paste"), capture);
  window.addEventListener(
    "keydown",
    ({ key, ctrlKey, altKey, metaKey, repeat, target }) => {
      const isChord = ctrlKey || altKey || metaKey;
      const isModifier = /^(Shift|Control|Alt|AltGraph|Meta)$/.test(key);
      // The paste and the word are counted where they arrive.
      const isPaste = isChord && key.toLowerCase() === "v";
      const isTyped = key.length === 1 && !isChord && isText(target);
      if (!repeat && !isModifier && !isPaste && !isTyped) add(`key ${key}`);
    },
    capture,
  );
  window.addEventListener(
    "input",
    (event) => {
      if (!(event instanceof InputEvent) || event.inputType !== "insertText") return;
      for (const letter of event.data ?? "") {
        const isBlank = letter.trim() === "";
        if (!isBlank && !isInWord) presses.push(`word from “${letter}”`);
        isInWord = !isBlank;
      }
    },
    capture,
  );
}

/**
 * Counts what a person presses, by the events of the browser and not by what a test says that it does: each press of
 * the pointer, each key and each chord, each paste, and each word that is typed is one. To turn the wheel and to point
 * at something is none.
 */
export class Presses {
  constructor(private readonly page: Page) {}

  /** Counts from here on. */
  async begin(): Promise<void> {
    await this.page.evaluate(listen);
  }

  /** What was pressed since, in order. Throws where the page was loaded anew, which would have hidden presses. */
  async made(): Promise<string[]> {
    const made = await this.page.evaluate(() => window.earshotPresses);
    if (!made) throw new Error("The page was loaded anew while its presses were counted, or the count never began.");
    return made;
  }
}
