import { type RefObject, useCallback, useId, useRef, useState } from "react";

/** What the button that opens something has to have, beside what it is. Its `onClick` is the caller's. */
export type Opener = {
  ref: (node: HTMLElement | null) => void;
  id: string;
  "aria-haspopup": "dialog";
  "aria-expanded": boolean;
  "aria-controls": string | undefined;
  onPointerEnter: () => void;
  onFocus: () => void;
};

/** What hangs at a button: the button, its id, and whether it is open. */
export type Hanging = {
  at: RefObject<HTMLElement | null>;
  id: string;
  opened: boolean;
  /** Told when it is to close: by Escape, a press beside it, or a choice. */
  onChange: (opened: boolean) => void;
};

/**
 * A button of which only the button is there at first. What it opens is loaded when it is pointed at, has the focus or is
 * pressed, and drawn from the first time that it was opened on. To those who do not see, it is complete from the start.
 */
export function useOpener(
  { opened, onChange }: Pick<Hanging, "opened" | "onChange">,
  load: () => void,
): { opener: Opener; hanging: Hanging; isDrawn: boolean } {
  const id = useId();
  const at = useRef<HTMLElement>(null);
  const ref = useCallback((node: HTMLElement | null) => {
    at.current = node;
  }, []);
  const [isDrawn, setDrawn] = useState(opened);
  if (opened && !isDrawn) setDrawn(true);
  const opener: Opener = {
    ref,
    id,
    "aria-haspopup": "dialog",
    "aria-expanded": opened,
    "aria-controls": opened ? `${id}-dropdown` : undefined,
    onPointerEnter: load,
    onFocus: load,
  };
  return { opener, hanging: { at, id, opened, onChange }, isDrawn };
}
