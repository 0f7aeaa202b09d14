import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import fc from "fast-check";
import { useState } from "react";
import { expect, test } from "vitest";
import { CardsPanel } from "../../../client/charts/CardsPanel.tsx";
import { listedCards, moveCard, toggleCard } from "../../../client/charts/card-choice.ts";
import { type CardName, cardNames, defaultView, withCards } from "../../../client/view/view.ts";

const anyCards = fc.shuffledSubarray([...cardNames], { minLength: 1 });
const anyCard = fc.constantFrom(...cardNames);

test("Ticking twice, and moving there and back, changes which cards there are not at all", () => {
  fc.assert(
    fc.property(anyCards, anyCard, fc.integer({ min: -9, max: 9 }), (shown, name, by) => {
      const toggled = toggleCard(shown, name);
      expect(toggled.length).toBeGreaterThan(0);
      if (!shown.includes(name) || shown.length > 1) {
        expect(toggleCard(toggled, name).toSorted()).toEqual(shown.toSorted());
      }
      expect(moveCard(shown, name, by).toSorted()).toEqual(shown.toSorted());
      expect(listedCards(shown).toSorted()).toEqual(cardNames.toSorted());
    }),
  );
});

test("Cards are ticked and moved, by button and by key, and the view keeps what is not usual", async () => {
  const current: { cards: readonly CardName[] | undefined } = { cards: undefined };
  function Panel() {
    const [view, setView] = useState(defaultView("UTC"));
    current.cards = view.cards;
    return <CardsPanel cards={view.cards} onCards={(cards) => setView(withCards(view, cards))} />;
  }
  render(
    <MantineProvider env="test">
      <Panel />
    </MantineProvider>,
  );
  const user = userEvent.setup({ delay: null });
  await user.click(screen.getByRole("checkbox", { name: "Explore" }));
  expect(current.cards).toEqual(cardNames.filter((name) => name !== "explore"));
  const up = screen.getByRole("button", { name: "Move Conversations by language up" });
  await user.click(up);
  expect(current.cards?.slice(0, 3)).toEqual(["trend", "language", "channel"]);
  expect(screen.getByRole("status").textContent).toBe("Conversations by language is card 2 of 7.");
  expect(document.activeElement).toBe(up);
  screen.getByRole("checkbox", { name: "Conversations by language" }).focus();
  await user.keyboard("{Alt>}{ArrowUp}{ArrowUp}{/Alt}");
  expect(current.cards?.[0]).toBe("language");
  expect(screen.getByRole("checkbox", { name: "Conversations by language" })).toBe(document.activeElement);
  await user.click(screen.getByRole("button", { name: "Default cards" }));
  expect(current.cards).toBeUndefined();
});
