import { type PointerEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { lazyPart } from "../lazy-part.tsx";
import type { FloatingHintProps } from "./FloatingHint.tsx";

const FloatingHint = lazyPart(
  async () => (await import("./FloatingHint.tsx")).FloatingHint,
  () => null,
);

/** What an element with a hint has to have. */
type Hinted = {
  ref: (node: HTMLElement | null) => void;
  "aria-describedby": string | undefined;
  onPointerEnter: (event: PointerEvent) => void;
  onPointerLeave: () => void;
};

type HintProps = Pick<FloatingHintProps, "label" | "multiline" | "maw"> & {
  children: (hinted: Hinted) => ReactNode;
};

/** A tooltip, as Mantine's draws one, loaded when something with a hint is first pointed at. Escape takes it away. */
export function Hint({ children, ...props }: HintProps) {
  const id = useId();
  const at = useRef<HTMLElement>(null);
  const [opened, setOpened] = useState(false);
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    if (!opened) return undefined;
    const onKey = ({ key }: KeyboardEvent) => key === "Escape" && setOpened(false);
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [opened]);
  const hinted: Hinted = {
    ref: (node) => {
      at.current = node;
    },
    "aria-describedby": opened ? id : undefined,
    onPointerEnter: ({ pointerType }) => {
      if (pointerType === "touch") return;
      setDrawn(true);
      setOpened(true);
    },
    onPointerLeave: () => setOpened(false),
  };
  return (
    <>
      {children(hinted)}
      {isDrawn && <FloatingHint {...props} at={at} id={id} opened={opened} />}
    </>
  );
}
