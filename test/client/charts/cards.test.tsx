import type { ComponentProps, ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { ChartCard } from "../../../client/charts/card/ChartCard.tsx";
import { type CardEntry, cards } from "../../../client/charts/cards.tsx";
import type { Population } from "../../../client/insights/breakdown.ts";
import { cardNames } from "../../../client/view/view.ts";

type Parts = ComponentProps<typeof ChartCard<{ population?: Population }>>;

const parts: Parts = {
  title: "Calls",
  state: { status: "absent", reason: "Nobody called." },
  notesOf: () => [],
  chart: () => null,
  table: () => null,
  figure: () => ({ height: 1, marks: [], legend: [] }),
  sheet: () => [],
};

describe("the list of cards", () => {
  it("has every card that an address can name", () => {
    expect(Object.keys(cards).toSorted()).toEqual(cardNames.toSorted());
  });

  it("takes no entry without its component, nor one without the room that it takes", () => {
    const Card = (): ReactNode => null;
    // @ts-expect-error: nothing is drawn.
    const undrawn: CardEntry = { span: 4 };
    // @ts-expect-error: nobody knows how wide it is.
    const unplaced: CardEntry = { Card };
    // @ts-expect-error: it needs what no dashboard gives.
    const needy: CardEntry = { span: 4, Card: ({ weather }: { weather: string }) => weather };
    expect([undrawn, unplaced, needy]).toHaveLength(3);
  });
});

describe("a card", () => {
  it("does not compile without one of its parts", () => {
    const { title, state, notesOf, chart, table, figure, sheet } = parts;
    const lacking = [
      // @ts-expect-error: no title.
      <ChartCard key={1} {...{ state, notesOf, chart, table, figure, sheet }} />,
      // @ts-expect-error: nothing that it asks for.
      <ChartCard key={2} {...{ title, notesOf, chart, table, figure, sheet }} />,
      // @ts-expect-error: no notes.
      <ChartCard key={3} {...{ title, state, chart, table, figure, sheet }} />,
      // @ts-expect-error: no drawing on the screen.
      <ChartCard key={4} {...{ title, state, notesOf, table, figure, sheet }} />,
      // @ts-expect-error: no table.
      <ChartCard key={5} {...{ title, state, notesOf, chart, figure, sheet }} />,
      // @ts-expect-error: no picture to save.
      <ChartCard key={6} {...{ title, state, notesOf, chart, table, sheet }} />,
      // @ts-expect-error: no numbers to save.
      <ChartCard key={7} {...{ title, state, notesOf, chart, table, figure }} />,
    ];
    expect(lacking).toHaveLength(Object.keys(parts).length);
  });
});
