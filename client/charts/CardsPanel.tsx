import { ActionIcon, Button, Checkbox, VisuallyHidden } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { type CardName, cardNames } from "../view/view.ts";
import { t } from "../words/words.ts";
import { listedCards, moveCard, toggleCard } from "./card-choice.ts";
import { cardTitle } from "./card-title.ts";
import classes from "./cards-menu.module.css";

export type CardsPanelProps = {
  /** The cards of the view; undefined: the usual ones. */
  cards: readonly CardName[] | undefined;
  onCards: (cards: readonly CardName[] | undefined) => void;
};

/** Marked as disabled rather than disabled, so that the focus stays on a button that has moved its card to the end. */
function ended(isEnd: boolean) {
  return { "aria-disabled": isEnd, "data-disabled": isEnd };
}

/** Every card, shown or not, and where. Alt with an arrow moves one, as do its buttons. */
export function CardsPanel({ cards, onCards }: CardsPanelProps) {
  const [told, setTold] = useState("");
  const shown = cards ?? cardNames;
  const move = (name: CardName, by: number) => {
    const next = moveCard(shown, name, by);
    setTold(t("cards.moved", { label: cardTitle(name), place: next.indexOf(name) + 1, count: next.length }));
    onCards(next);
  };
  return (
    <>
      <fieldset aria-label={t("cards.chosen")}>
        {listedCards(shown).map((name) => {
          const label = cardTitle(name);
          const place = shown.indexOf(name);
          const isShown = place >= 0;
          const onKeyDown = (event: KeyboardEvent) => {
            if (!event.altKey || !isShown || !/^Arrow(Up|Down)$/.test(event.key)) return;
            event.preventDefault();
            move(name, event.key === "ArrowUp" ? -1 : 1);
          };
          const tool = { size: 24, variant: "subtle", color: "gray", onKeyDown } as const;
          return (
            <div key={name} className={classes.line}>
              <Checkbox
                size="xs"
                className={classes.choice ?? ""}
                label={label}
                checked={isShown}
                disabled={isShown && shown.length === 1}
                onChange={() => onCards(toggleCard(shown, name))}
                onKeyDown={onKeyDown}
              />
              {isShown && (
                <>
                  <ActionIcon
                    {...tool}
                    aria-label={t("cards.up", { label })}
                    {...ended(place === 0)}
                    onClick={() => move(name, -1)}
                  >
                    <IconArrowUp size="0.875rem" aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    {...tool}
                    aria-label={t("cards.down", { label })}
                    {...ended(place === shown.length - 1)}
                    onClick={() => move(name, 1)}
                  >
                    <IconArrowDown size="0.875rem" aria-hidden />
                  </ActionIcon>
                </>
              )}
            </div>
          );
        })}
      </fieldset>
      <VisuallyHidden role="status">{told}</VisuallyHidden>
      <Button size="compact-xs" variant="subtle" onClick={() => onCards(undefined)}>
        {t("cards.usual")}
      </Button>
    </>
  );
}
