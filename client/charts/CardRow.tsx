import { ActionIcon } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { t } from "../words/words.ts";
import classes from "./ChartCards.module.css";

/** Two lines of cards, as this width asks for, would leave the table no height. */
const tooLow = "(min-width: 43.75em) and (max-width: 74.999em) and (max-height: 56.249em)";

type Ends = { before: boolean; after: boolean };

/** What lies beyond each end of a row that scrolls; in either direction of writing. */
function endsOf(row: HTMLElement): Ends {
  const at = Math.abs(row.scrollLeft);
  return { before: at > 2, after: at + row.clientWidth < row.scrollWidth - 2 };
}

function glide(): { behavior: ScrollBehavior } {
  return { behavior: window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" };
}

/**
 * The row of cards. With more cards than fit it scrolls sideways: a piece of the next card is in sight, and so is a
 * button at each end behind which there is more. Keys need neither: the focus brings its card into sight.
 */
export function CardRow({ long: wanted, children }: { long: boolean; children: ReactNode }) {
  const isLow = useMediaQuery(tooLow, false, { getInitialValueInEffect: false });
  const long = wanted || isLow;
  const row = useRef<HTMLElement>(null);
  const [ends, setEnds] = useState<Ends>({ before: false, after: false });
  useEffect(() => {
    const element = row.current;
    if (!element) return undefined;
    const look = () => setEnds(endsOf(element));
    const sizes = new ResizeObserver(look);
    const watch = () => {
      for (const card of element.children) sizes.observe(card);
      look();
    };
    const cards = new MutationObserver(watch);
    sizes.observe(element);
    cards.observe(element, { childList: true });
    element.addEventListener("scroll", look, { passive: true });
    watch();
    return () => {
      sizes.disconnect();
      cards.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, []);

  const wasWanted = useRef(wanted);
  useEffect(() => {
    // Whoever asks for further cards is shown the first of them, behind the usual four.
    if (wanted && !wasWanted.current) row.current?.children[4]?.scrollIntoView({ ...glide(), block: "nearest" });
    wasWanted.current = wanted;
  }, [wanted]);

  const move = (cards: number) => {
    const element = row.current;
    element?.scrollBy({ left: cards * element.clientWidth * 0.7, ...glide() });
  };
  // What scrolls must be scrollable by key, also while no card has a button.
  const stop = ends.before || ends.after ? { tabIndex: 0 } : {};
  return (
    <div className={classes.frame}>
      <section
        className={classes.cards}
        data-long={long || undefined}
        aria-label={t("charts.title")}
        ref={row}
        {...stop}
      >
        {children}
      </section>
      {ends.before && (
        <ActionIcon
          className={classes.before}
          variant="default"
          radius="xl"
          tabIndex={-1}
          aria-label={t("charts.scrollBack")}
          onClick={() => move(-1)}
        >
          <IconChevronLeft size="1rem" aria-hidden />
        </ActionIcon>
      )}
      {ends.after && (
        <ActionIcon
          className={classes.after}
          variant="default"
          radius="xl"
          tabIndex={-1}
          aria-label={t("charts.scrollOn")}
          onClick={() => move(1)}
        >
          <IconChevronRight size="1rem" aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
