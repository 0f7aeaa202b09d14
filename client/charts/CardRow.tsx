import { ActionIcon } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
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

type CardRowProps = {
  /** How many cards are always there. */
  usual: number;
  /** Whether further ones follow them. */
  withMore: boolean;
  children: ReactNode;
};

/**
 * The row of cards. With more cards than fit it scrolls sideways: a piece of the next card is in sight, and so is a
 * button at each end. Keys need neither: the focus brings its card into sight.
 */
export function CardRow({ usual, withMore, children }: CardRowProps) {
  const isLow = useMediaQuery(tooLow, false, { getInitialValueInEffect: false });
  const long = withMore || isLow;
  const row = useRef<HTMLElement>(null);
  const [ends, setEnds] = useState<Ends>({ before: false, after: false });
  // Before it is painted: the buttons take of the cards' width.
  useLayoutEffect(() => {
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

  const hadMore = useRef(withMore);
  useEffect(() => {
    const isNew = withMore && !hadMore.current;
    hadMore.current = withMore;
    if (!isNew) return undefined;
    // A person who asks for more cards is shown the first of them, behind the usual ones. Once the buttons stand beside
    // the row: a change of its width would end the gliding.
    const frame = requestAnimationFrame(() =>
      row.current?.children[usual]?.scrollIntoView({ ...glide(), block: "nearest" }),
    );
    return () => cancelAnimationFrame(frame);
  }, [usual, withMore]);

  const move = (cards: number) => {
    const element = row.current;
    element?.scrollBy({ left: cards * element.clientWidth * 0.7, ...glide() });
  };
  // What scrolls must be scrollable by key, also while no card has a button.
  const scrolls = ends.before || ends.after;
  const stop = scrolls ? { tabIndex: 0 } : {};
  return (
    <div className={classes.frame} data-scrolls={scrolls || undefined}>
      {scrolls && <Arrow to="before" disabled={!ends.before} onMove={() => move(-1)} />}
      <section
        className={classes.cards}
        data-long={long || undefined}
        aria-label={t("charts.title")}
        ref={row}
        {...stop}
      >
        {children}
      </section>
      {scrolls && <Arrow to="after" disabled={!ends.after} onMove={() => move(1)} />}
    </div>
  );
}

/** Beside the cards, and not over them: both are there while the row scrolls, so that the cards keep their place. */
function Arrow({ to, disabled, onMove }: { to: "before" | "after"; disabled: boolean; onMove: () => void }) {
  const Icon = to === "before" ? IconChevronLeft : IconChevronRight;
  return (
    <ActionIcon
      className={classes.arrow}
      variant="subtle"
      color="gray"
      tabIndex={-1}
      disabled={disabled}
      aria-label={t(to === "before" ? "charts.scrollBack" : "charts.scrollOn")}
      onClick={onMove}
    >
      <Icon size="1rem" aria-hidden />
    </ActionIcon>
  );
}
