import { type KeyboardEvent, type RefObject, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { SectionName } from "./section-names.ts";
import { sectionNames } from "./section-names.ts";

/** The height of the bar of sections, which stays in sight over them; also in panel.module.css. */
const barHeight = 44;

function element(panel: RefObject<HTMLElement | null>, name: SectionName): Element | null {
  return panel.current?.querySelector(`[data-section="${name}"]`) ?? null;
}

export type SectionPlace = {
  /** The section at the top of what is in sight; undefined above the first one. */
  current: SectionName | undefined;
  /** Unfolds a section and brings it to the top. */
  jump: (name: SectionName) => void;
  /** Goes on the scrolled box. */
  boxProps: {
    onScroll: () => void;
    onWheel: () => void;
    onTouchMove: () => void;
    onPointerDown: () => void;
    onKeyDown: (event: KeyboardEvent) => void;
  };
};

/**
 * Where in the panel a person is. The next conversation begins at the top of the same section, however high what stands
 * above it turns out to be once it is loaded.
 *
 * @param loaded changes when parts of the conversation arrive.
 */
export function useSection(
  panel: RefObject<HTMLElement | null>,
  { id, loaded, onOpen }: { id: string; loaded: string; onOpen: (name: SectionName) => void },
): SectionPlace {
  const [current, setCurrent] = useState<SectionName>();
  /** Led to, rather than scrolled to by hand: a short last section may be led to without reaching the top. */
  const isLed = useRef(false);

  const lead = useEffectEvent(() => {
    if (current !== undefined && isLed.current) element(panel, current)?.scrollIntoView({ block: "start" });
  });
  const shown = useRef({ id, loaded });
  useLayoutEffect(() => {
    if (shown.current.id !== id) isLed.current = true;
    else if (shown.current.loaded === loaded) return;
    shown.current = { id, loaded };
    lead();
  }, [id, loaded]);

  const byHand = () => {
    isLed.current = false;
  };
  return {
    current,
    jump(name) {
      // Folded, the section would have no height to scroll to.
      flushSync(() => {
        onOpen(name);
        setCurrent(name);
      });
      isLed.current = true;
      element(panel, name)?.scrollIntoView({ block: "start" });
    },
    boxProps: {
      onScroll() {
        if (isLed.current) return;
        const top = (panel.current?.querySelector("[data-box]")?.getBoundingClientRect().top ?? 0) + barHeight + 2;
        setCurrent(
          sectionNames.findLast((name) => {
            const one = element(panel, name);
            return one !== null && one.getBoundingClientRect().top <= top;
          }),
        );
      },
      onWheel: byHand,
      onTouchMove: byHand,
      onPointerDown: byHand,
      onKeyDown({ key }) {
        if (/^(Arrow(Up|Down)|Page(Up|Down)|Home|End|Tab| )$/.test(key)) byHand();
      },
    },
  };
}
