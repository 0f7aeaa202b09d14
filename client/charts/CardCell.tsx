import type { CSSProperties, KeyboardEvent, ReactNode } from "react";
import { useMemo } from "react";
import type { CardName } from "../view/view.ts";
import classes from "./ChartCards.module.css";
import { CardPlaceContext } from "./card/card-place.ts";
import type { CardEntry } from "./cards.tsx";

type CardCellProps = Pick<CardEntry, "span" | "isWide"> & {
  name: CardName;
  isExpanded: boolean;
  onExpand: (isExpanded: boolean) => void;
  children: ReactNode;
};

/** Whether Escape closes something else first: what is open over the card, or what one is typing into. */
function hasOwnEscape(target: EventTarget): boolean {
  return target instanceof Element && target.matches("[aria-expanded=true]:not([aria-label]), [data-expanded]");
}

/** The place of one card. With the whole width, Escape gives it its own place back; the focus stays where it is. */
export function CardCell({ name, span, isWide, isExpanded, onExpand, children }: CardCellProps) {
  const place = useMemo(() => ({ isExpanded, onExpand: () => onExpand(!isExpanded) }), [isExpanded, onExpand]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { key, target, currentTarget, defaultPrevented } = event;
    // React brings the keys of menus here, too, which are not within the card.
    const isWithin = target instanceof Node && currentTarget.contains(target);
    if (key === "Escape" && isExpanded && isWithin && !defaultPrevented && !hasOwnEscape(target)) onExpand(false);
  };
  const style: CSSProperties & { "--own-span": number } = { "--own-span": span };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is no control; it hears Escape of those within it, and a role would have readers announce each card twice
    <div
      className={classes.cell}
      style={style}
      data-card={name}
      data-wide={isWide}
      data-expanded={isExpanded || undefined}
      onKeyDown={onKeyDown}
    >
      <CardPlaceContext value={place}>{children}</CardPlaceContext>
    </div>
  );
}
