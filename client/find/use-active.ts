import { type KeyboardEvent, useEffect, useState } from "react";
import type { FindOption } from "./option.ts";

/** The line that Enter is for. The focus stays in the box, since lines come and go while one types. */
export type ActiveOption = {
  active: FindOption | undefined;
  point: (key: string) => void;
  /** Moves up and down; true where the key was one that moves. */
  move: (event: KeyboardEvent) => boolean;
};

function stepOf(key: string): number {
  if (key === "ArrowDown") return 1;
  return key === "ArrowUp" ? -1 : 0;
}

/**
 * The active line: the first one, until the person moves. It stays with its line when others come before it, and goes to
 * the first one again with another text.
 */
export function useActiveOption(
  options: readonly FindOption[],
  text: string,
  idOf: (key: string) => string,
): ActiveOption {
  const [pointed, setPointed] = useState<{ text: string; key: string; isMoved: boolean }>();
  const own = pointed?.text === text ? pointed : undefined;
  const place = Math.max(
    0,
    options.findIndex(({ key }) => key === own?.key),
  );
  const active = options[place];
  const shown = own?.isMoved ? active?.key : undefined;
  useEffect(() => {
    // What the mouse points at is in sight.
    if (shown !== undefined) document.getElementById(idOf(shown))?.scrollIntoView({ block: "nearest" });
  }, [shown, idOf]);
  return {
    active,
    point: (key) => setPointed({ text, key, isMoved: false }),
    move(event) {
      const step = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? 0 : stepOf(event.key);
      const next = options[(place + step + options.length) % options.length];
      if (step === 0 || !next) return false;
      setPointed({ text, key: next.key, isMoved: true });
      return true;
    },
  };
}
