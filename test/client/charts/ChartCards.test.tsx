import { MantineProvider } from "@mantine/core";
import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { ComponentProps } from "react";
import { describe, expect, it, vi } from "vitest";
import type { Async } from "../../../client/api/async.ts";
import { InsightsError } from "../../../client/api/errors.ts";
import { nothingTold } from "../../../client/api/told.ts";
import { ChartCards } from "../../../client/charts/ChartCards.tsx";
import type { Trend } from "../../../client/charts/trend/trend.ts";
import type { Breakdown } from "../../../client/insights/breakdown.ts";
import { defaultView, type FilterRole, nothingChosen, withCards } from "../../../client/view/view.ts";

type Props = ComponentProps<typeof ChartCards>;

/** A view with the cards that ask for nothing themselves. */
const four = withCards(defaultView("UTC"), ["channel", "sentiment", "trend", "language"]);

const population = { kind: "all", count: 1240 } as const;
const day = 86_400_000;
const monday = Date.UTC(2026, 10, 16);

function breakdown(role: FilterRole, counts: Record<string, number>, over: Partial<Breakdown> = {}): Breakdown {
  const entries = Object.entries(counts).map(([raw, count]) => ({ key: raw.toLowerCase(), spellings: [raw], count }));
  return { role, population, entries, notSet: 0, overlap: false, ...over };
}

function ready<T>(data: T, updating = false): Async<T> {
  return { status: "ready", data, updating };
}

const channels = breakdown("channel", { VOICE: 800, SMS: 400, fax: 40 });
const feelings = breakdown("sentiment", { negative: 700, positive: 340 }, { notSet: 200 });
const languages = breakdown("language", { en: 600, es: 300, de: 120, fr: 90, ja: 60, hi: 40, uk: 30 });

const trend: Trend = {
  grain: "day",
  zone: "UTC",
  population,
  outside: 0,
  keys: ["negative", "positive", ""],
  buckets: [
    { start: monday, end: monday + day, counts: new Map([["negative", 700]]), total: 700, partial: false },
    { start: monday + day, end: monday + 2 * day, counts: new Map(), total: 0, partial: false },
    {
      start: monday + 2 * day,
      end: monday + 3 * day,
      counts: new Map([
        ["positive", 340],
        ["", 200],
      ]),
      total: 540,
      partial: true,
    },
  ],
  overlap: false,
  shifted: false,
};

/** The three days of the trend, seen at a moment. */
const pinAt = (at: number) => ({ id: 1, at, window: { from: monday, to: monday + 3 * day } });

function show(over: Partial<Props> = {}) {
  const props: Props = {
    breakdowns: {
      channel: ready(channels),
      sentiment: ready(feelings),
      language: ready(languages),
      status: { status: "loading" },
    },
    trend: ready(trend),
    metadata: { domain: "", cubes: [] },
    columns: [],
    view: four,
    fields: { cube: undefined, roles: {}, missing: [], badOverrides: [], grains: new Map() },
    pin: pinAt(monday + 30 * day),
    onView: vi.fn(),
    onToggle: vi.fn(),
    onExclude: vi.fn(),
    onPart: vi.fn(),
    onRange: vi.fn(),
    ...over,
  };
  render(
    <MantineProvider env="test">
      <ChartCards {...props} />
    </MantineProvider>,
  );
  return { props, user: userEvent.setup({ delay: null }) };
}

const withChannel = (channel: Async<Breakdown>): Partial<Props> => ({
  breakdowns: { channel, sentiment: ready(feelings), language: ready(languages), status: { status: "loading" } },
});

const card = (title: string) => screen.getByRole("article", { name: title });
const inCard = (title: string) => within(card(title));

/** The body of the card's table, as text by cell. */
function cells(title: string): string[][] {
  const rows = inCard(title).getAllByRole("row");
  return rows.map((row) => [...row.children].map((cell) => cell.textContent.trim()));
}

describe("what has to be said of the answers", () => {
  const told = { ...nothingTold, repeated: 3, lost: 2, near: { found: 10_050, counted: 10_000 } };
  const said = [
    "Twilio returned some groups twice, so these figures may be wrong.",
    "Twilio’s counts are approximate: 10,050 and 10,000.",
    "2 rows of Twilio’s response couldn’t be read, so figures may be too low.",
    "Sorted here.",
  ];

  it("stands in the card that is drawn from them, as a chart and as a table, and in no other", async () => {
    const { user } = show(withChannel(ready({ ...channels, told: { ...told, notes: [{ text: "Sorted here." }] } })));
    for (const sentence of said) inCard("Conversations by channel").getByText(sentence);
    await user.click(inCard("Conversations by channel").getByRole("button", { name: /show as table/ }));
    for (const sentence of said) inCard("Conversations by channel").getByText(sentence);
    expect(screen.getAllByText(said[0] ?? "")).toHaveLength(1);
  });

  it("calls what is left over “Not known” where rows could not be read, and says what that is", async () => {
    const lacking = { told: { ...nothingTold, lost: 1 }, restUnknown: true };
    const { user } = show({
      breakdowns: {
        channel: ready({ ...channels, notSet: 7, ...lacking }),
        sentiment: ready(feelings),
        language: ready(languages),
        status: { status: "loading" },
      },
      trend: ready({ ...trend, ...lacking }),
    });
    const note = "“Not known” means no value, or a value in a row that couldn’t be read.";
    const list = within(inCard("Conversations by channel").getByRole("list", { name: "Conversations by channel" }));
    expect(list.getByText("Not known")).toBeTruthy();
    expect(list.queryByText("Not set")).toBeNull();
    expect(inCard("Sentiment over time").getByRole("list", { name: "Legend" }).textContent).toContain("Not known");
    for (const title of ["Conversations by channel", "Sentiment over time"]) {
      expect(card(title).textContent).toContain(note);
      await user.click(inCard(title).getByRole("button", { name: /show as table/ }));
      expect(cells(title).flat().join(" ")).toMatch(/Not known/);
      expect(cells(title).flat().join(" ")).not.toMatch(/Not set/);
    }
    expect(inCard("Conversations by sentiment").getByText("Not set")).toBeTruthy();
  });

  it("tells of conversations beside the time range, which are in no bar", () => {
    show({ trend: ready({ ...trend, outside: 1 }) });
    inCard("Sentiment over time").getByText("1 conversation outside the time range isn’t included.");
  });
});

describe("bars", () => {
  it("are buttons that choose a value by all its spellings", async () => {
    const { props, user } = show();
    await user.click(inCard("Conversations by channel").getByRole("button", { name: /Voice/ }));
    expect(props.onToggle).toHaveBeenCalledExactlyOnceWith("channel", ["VOICE"]);
  });

  it("can be chosen by keyboard alone", async () => {
    const { props, user } = show();
    // Behind the buttons of the card's head.
    for (let stops = 0; stops < 3; stops += 1) await user.tab();
    expect(document.activeElement?.textContent).toMatch(/^Voice/);
    await user.keyboard(" ");
    expect(props.onToggle).toHaveBeenCalledWith("channel", ["VOICE"]);
  });

  it("leave a value out with Shift, by mouse and by keyboard, and by the Delete key", async () => {
    const { props, user } = show();
    const voice = inCard("Conversations by channel").getByRole("button", { name: /^Voice/ });
    await user.keyboard("{Shift>}");
    await user.click(voice);
    await user.keyboard("{/Shift}");
    voice.focus();
    await user.keyboard("{Delete}");
    expect(props.onExclude).toHaveBeenCalledTimes(2);
    expect(props.onExclude).toHaveBeenLastCalledWith("channel", ["VOICE"]);
    expect(props.onToggle).not.toHaveBeenCalled();
  });

  it("show count and share in words, and are drawn", () => {
    show();
    const voice = inCard("Conversations by channel").getByRole("button", { name: /Voice/ });
    expect(voice.textContent).toBe("Voice80064.5%");
    expect(card("Conversations by channel").querySelectorAll(".recharts-bar-rectangle")).toHaveLength(3);
  });

  it("mark what is chosen", () => {
    show({ view: { ...four, chosen: { ...nothingChosen, channel: ["voice"] } } });
    const pressed = inCard("Conversations by channel").getAllByRole("button", { pressed: true });
    expect(pressed.map((button) => button.textContent)).toEqual(["Voice80064.5%"]);
  });

  it("tell of what is not set without offering it as a filter", () => {
    show();
    const list = inCard("Conversations by sentiment");
    expect(list.getByText("Not set")).toBeTruthy();
    expect(list.queryByRole("button", { name: /Not set/ })).toBeNull();
    expect(list.getByText(/^Select “Not set” in the filter/)).toBeTruthy();
  });

  it("are never cut silently: the others are counted, and lead to the table", async () => {
    const { user } = show();
    await user.click(inCard("Conversations by language").getByRole("button", { name: "3 more: 130" }));
    expect(document.activeElement).toBe(
      inCard("Conversations by language").getByRole("region", { name: "Conversations by language, table" }),
    );
    expect(cells("Conversations by language")).toContainEqual(["Ukrainian", "30", "2.4%"]);
  });
});

describe("the table of a card", () => {
  it("has the same numbers as the chart, and filters too", async () => {
    const { props, user } = show();
    await user.click(screen.getByRole("button", { name: "Conversations by channel: show as table" }));
    expect(cells("Conversations by channel")).toEqual([
      ["Channel", "Conversations", "Share"],
      ["Voice", "800", "64.5%"],
      ["SMS", "400", "32.3%"],
      ["Fax", "40", "3.2%"],
      ["Total", "1,240", "100%"],
    ]);
    await user.click(inCard("Conversations by channel").getByRole("button", { name: "SMS" }));
    expect(props.onToggle).toHaveBeenCalledWith("channel", ["SMS"]);
    await user.click(inCard("Conversations by channel").getByRole("button", { name: "Exclude Fax" }));
    expect(props.onExclude).toHaveBeenCalledExactlyOnceWith("channel", ["fax"]);
  });

  it("is switched card by card, and back", async () => {
    const { user } = show();
    await user.click(screen.getByRole("button", { name: "Conversations by sentiment: show as table" }));
    expect(screen.getAllByRole("table")).toHaveLength(1);
    expect(screen.getByRole("table", { name: /^Conversations by sentiment\. All 1,240 matching/ })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Conversations by sentiment: show as chart" }));
    expect(screen.queryByRole("table")).toBeNull();
  });

  it("lists the buckets of the trend, the empty ones too", async () => {
    const { props, user } = show();
    await user.click(screen.getByRole("button", { name: "Sentiment over time: show as table" }));
    expect(cells("Sentiment over time")).toEqual([
      ["Day", "▲Positive", "▼Negative", "○Not set", "All"],
      ["Mon, Nov 16", "0", "700", "0", "700"],
      ["Tue, Nov 17", "0", "0", "0", "0"],
      ["Wed, Nov 18 (partial)", "340", "0", "200", "540"],
      ["All", "340", "700", "200", "1,240"],
      ["Share", "27.4%", "56.5%", "16.1%", "100%"],
    ]);
    await user.click(inCard("Sentiment over time").getByRole("button", { name: "Tue, Nov 17" }));
    expect(props.onRange).toHaveBeenCalledWith(monday + day, monday + 2 * day);
  });
});

describe("the trend", () => {
  it("draws a layer for each sentiment and a bar for each count that is not zero", () => {
    show();
    const drawn = card("Sentiment over time").querySelectorAll("path.recharts-rectangle");
    expect(drawn).toHaveLength(3);
    const legend = inCard("Sentiment over time").getByRole("list", { name: "Legend" });
    expect(legend.textContent).toBe("▲Positive▼Negative○Not set");
  });

  it("hatches what is not whole, and says so", () => {
    show();
    const fills = [...card("Sentiment over time").querySelectorAll("path.recharts-rectangle")].map((bar) =>
      bar.getAttribute("fill"),
    );
    expect(fills.filter((fill) => fill?.startsWith("url(#"))).toHaveLength(2);
    expect(screen.getByText("The last day is partial.")).toBeTruthy();
  });

  it("reads a bucket by arrow key", async () => {
    const { user } = show();
    inCard("Sentiment over time")
      .getByRole("application", { name: /arrow keys/ })
      .focus();
    await user.keyboard("{ArrowRight}{ArrowRight}");
    expect(inCard("Sentiment over time").getByRole("status").textContent).toMatch(/Wed, Nov 18.*Partial day/);
  });

  it("is of conversations alone where the account has no sentiment", () => {
    show({ trend: ready({ ...trend, keys: [] }) });
    expect(inCard("Conversations over time").queryByRole("list", { name: "Legend" })).toBeNull();
  });
});

describe("the period before", () => {
  const previous: NonNullable<Props["previous"]> = {
    period: {
      name: { kind: "days", count: 3 },
      window: { from: monday - 3 * day, to: monday - day },
      cut: true,
      back: (ms) => ms - 3 * day,
    },
    breakdowns: {
      channel: breakdown("channel", { VOICE: 400, email: 10 }, { population: { kind: "all", count: 410 } }),
      sentiment: undefined,
      language: undefined,
      status: undefined,
    },
    trend: {
      ...trend,
      population: { kind: "all", count: 620 },
      buckets: trend.buckets
        .slice(0, 2)
        .map((bucket) => ({ ...bucket, start: bucket.start - 3 * day, end: bucket.end - 3 * day, total: 310 })),
    },
  };

  it("is drawn behind the trend, and the change of like against like is told", () => {
    show({ previous });
    const trendCard = inCard("Sentiment over time");
    expect(trendCard.getByText("+100% vs the previous 3 days, up to the same time")).toBeTruthy();
    expect(trendCard.getByRole("list", { name: "Legend" }).textContent).toMatch(/Previous$/);
    expect(card("Sentiment over time").querySelectorAll(".recharts-line-dot")).toHaveLength(2);
  });

  it("is a mark on each bar, also of what is there no more", () => {
    show({ previous });
    expect(card("Conversations by channel").querySelectorAll("g.previous")).toHaveLength(4);
    const list = inCard("Conversations by channel");
    expect(list.getByRole("button", { name: /^Voice/ }).textContent).toBe("Voice64.5%800Previous97.6%400Change-33 pt");
    expect(list.getByRole("button", { name: /^Email/ }).textContent).toBe("Email0%0Previous2.4%10Change-2.4 pt");
  });

  it("is not held against figures that lack something, nor they against it, which is said", () => {
    const told = { ...nothingTold, lost: 1 };
    show({ previous, trend: ready({ ...trend, told }), ...withChannel(ready({ ...channels, told })) });
    for (const title of ["Conversations by channel", "Sentiment over time"]) {
      expect(inCard(title).getByText("Not compared because some rows couldn’t be read")).toBeTruthy();
      expect(card(title).querySelectorAll("g.previous, .recharts-line-dot")).toHaveLength(0);
    }
    expect(inCard("Conversations by channel").getByRole("button", { name: /^Voice/ }).textContent).toBe(
      "Voice80064.5%",
    );
  });

  it("stands in the tables, with a dash where there is nothing to hold against", async () => {
    const { user } = show({ previous });
    await user.click(screen.getByRole("button", { name: "Conversations by channel: show as table" }));
    expect(cells("Conversations by channel")).toContainEqual([
      ...["Voice", "800", "64.5%"],
      ...["400", "97.6%", "+100%", "-33 pt"],
    ]);
    await user.click(screen.getByRole("button", { name: "Sentiment over time: show as table" }));
    expect(cells("Sentiment over time")[3]).toEqual(["Wed, Nov 18 (partial)", "340", "0", "200", "–", "540"]);
  });
});

describe("the freshest minutes", () => {
  it("are hatched and told of", () => {
    show({ pin: pinAt(monday + 2 * day + 5 * 60_000) });
    const fills = [...card("Sentiment over time").querySelectorAll("path.recharts-rectangle")].map((bar) =>
      bar.getAttribute("fill"),
    );
    expect(fills.filter((fill) => fill?.startsWith("url(#"))).toHaveLength(2);
    expect(
      screen.getByText("Twilio data is about 15 minutes behind, so some conversations after 23:50 may be missing."),
    ).toBeTruthy();
  });

  it("are no matter for a range that is long over", () => {
    show({ pin: pinAt(monday + 30 * day) });
    expect(screen.queryByText(/15 minutes behind/)).toBeNull();
  });
});

describe("selecting several buckets", () => {
  it("goes by Shift and the arrow keys, and Enter takes them", async () => {
    const { props, user } = show();
    inCard("Sentiment over time")
      .getByRole("application", { name: /Shift and the arrow keys/ })
      .focus();
    await user.keyboard("{Shift>}{ArrowRight}{/Shift}{Enter}");
    expect(props.onRange).toHaveBeenCalledExactlyOnceWith(monday, monday + 2 * day);
  });

  it("is dropped by Escape: Enter then takes the bucket that is read", async () => {
    const { props, user } = show();
    inCard("Sentiment over time")
      .getByRole("application", { name: /Shift and the arrow keys/ })
      .focus();
    await user.keyboard("{Shift>}{ArrowRight}{ArrowRight}{/Shift}{Escape}{Enter}");
    expect(props.onRange).toHaveBeenCalledExactlyOnceWith(monday + 2 * day, monday + 3 * day);
  });
});

describe("a layer of the trend", () => {
  it("is taken in its bucket by a click, and left out there with Shift, by all the spellings of its sentiment", async () => {
    const feeling = breakdown("sentiment", { negative: 700, positive: 340 }, { notSet: 200 });
    const entries = feeling.entries.map((one) => ({ ...one, spellings: [...one.spellings, one.key.toUpperCase()] }));
    const { props, user } = show({
      breakdowns: {
        channel: ready(channels),
        sentiment: ready({ ...feeling, entries }),
        language: ready(languages),
        status: { status: "loading" },
      },
    });
    const first = card("Sentiment over time").querySelector("[data-layer=negative] path");
    if (!first) throw new Error("Nothing is drawn.");
    const part = { role: "sentiment", spellings: ["negative", "NEGATIVE"], exclude: false };
    await user.click(first);
    expect(props.onPart).toHaveBeenLastCalledWith(expect.objectContaining(part));
    await user.keyboard("{Shift>}");
    await user.click(first);
    await user.keyboard("{/Shift}");
    expect(props.onPart).toHaveBeenLastCalledWith(expect.objectContaining({ ...part, exclude: true }));
    const { from = 0, to = 0 } = vi.mocked(props.onPart ?? vi.fn()).mock.lastCall?.[0] ?? {};
    expect([(from - monday) % day, to - from]).toEqual([0, day]);
    expect(props.onRange).not.toHaveBeenCalled();
  });

  it("stays where no sentiment is set, which Twilio cannot leave out: its bucket alone is taken", async () => {
    const { props, user } = show();
    const rest = card("Sentiment over time").querySelector('[data-layer=""] path');
    if (!rest) throw new Error("Nothing is drawn.");
    await user.keyboard("{Shift>}");
    await user.click(rest);
    await user.keyboard("{/Shift}");
    expect(props.onRange).not.toHaveBeenCalled();
    await user.click(rest);
    expect(props.onRange).toHaveBeenCalledOnce();
    expect(props.onPart).not.toHaveBeenCalled();
  });

  it("is led to by the keys, is told of, and is taken by Enter and left out by Shift and Enter", async () => {
    const { props, user } = show();
    const trendCard = inCard("Sentiment over time");
    trendCard.getByRole("application").focus();
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowUp}");
    expect(trendCard.getByRole("status").textContent).toContain("Wed, Nov 18, Positive");
    await user.keyboard("{Enter}");
    const part = { role: "sentiment", spellings: ["positive"], from: monday + 2 * day, to: monday + 3 * day };
    expect(props.onPart).toHaveBeenLastCalledWith({ ...part, exclude: false });
    await user.keyboard("{Shift>}{Enter}{/Shift}");
    expect(props.onPart).toHaveBeenLastCalledWith({ ...part, exclude: true });
    await user.keyboard("{ArrowDown}{ArrowLeft}{Enter}");
    expect(props.onPart).toHaveBeenCalledTimes(2);
    expect(props.onRange).toHaveBeenCalledExactlyOnceWith(monday + day, monday + 2 * day);
  });
});

describe("several buckets of the trend", () => {
  it("are counted in the head of the card while they are selected, and nothing lies over them", async () => {
    const { user } = show();
    const trendCard = inCard("Sentiment over time");
    trendCard.getByRole("application").focus();
    await user.keyboard("{ArrowRight}");
    expect(trendCard.getByRole("status").textContent).toContain("Tue, Nov 17");
    await user.keyboard("{Shift>}{ArrowRight}{/Shift}");
    expect(trendCard.getAllByRole("status").map(({ textContent }) => textContent)).toEqual([
      "2 days, 540 conversations",
    ]);
  });
});

describe("what a card says of its population", () => {
  it("is every matching conversation", () => {
    show();
    expect(screen.getAllByText("All 1,240 matching conversations")).toHaveLength(4);
  });

  it("is the loaded rows only", () => {
    show(withChannel(ready({ ...channels, population: { kind: "loaded", count: 600 } })));
    expect(inCard("Conversations by channel").getByText("600 loaded rows only")).toBeTruthy();
  });

  it("explains bars that add up to more", () => {
    show(withChannel(ready({ ...channels, overlap: true })));
    expect(inCard("Conversations by channel").getByText(/several channels, so the bars add up to more/)).toBeTruthy();
    expect(screen.getAllByText(/add up to more/)).toHaveLength(1);
  });
});

describe("states", () => {
  it("loads with its title, busy", () => {
    show(withChannel({ status: "loading" }));
    expect(card("Conversations by channel").getAttribute("aria-busy")).toBe("true");
    expect(inCard("Conversations by channel").getByText("Waiting for Twilio’s figures…")).toBeTruthy();
  });

  it("keeps the former answer while a new one is on its way", () => {
    show(withChannel(ready(channels, true)));
    expect(card("Conversations by channel").getAttribute("aria-busy")).toBe("true");
    expect(inCard("Conversations by channel").getByRole("button", { name: /Voice/ })).toBeTruthy();
  });

  it("has no way to try again what the account cannot give", () => {
    const message = "This figure isn’t available here.";
    const error = InsightsError.of({ code: 90433, message, httpStatusCode: 400, source: "earshot" });
    show(withChannel({ status: "failed", error, retry: vi.fn() }));
    expect(screen.getByText(message)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Retry" })).toBeNull();
  });

  it("fails alone, and can be tried again", async () => {
    const retry = vi.fn();
    const error = new InsightsError("contract", () => "No page.");
    const { user } = show(withChannel({ status: "failed", error, retry }));
    expect(inCard("Conversations by channel").getByText("Couldn’t read a response")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Retry" }));
    expect(retry).toHaveBeenCalledOnce();
    expect(inCard("Conversations by sentiment").getByRole("button", { name: /Positive/ })).toBeTruthy();
  });

  it("says why it is not there", () => {
    show(withChannel({ status: "absent", reason: "This account has no channel." }));
    expect(inCard("Conversations by channel").getByText("This account has no channel.")).toBeTruthy();
  });

  it("says that nothing matches", () => {
    show(withChannel(ready(breakdown("channel", {}, { population: { kind: "all", count: 0 } }))));
    expect(inCard("Conversations by channel").getByText("No matching conversations")).toBeTruthy();
    expect(inCard("Conversations by channel").queryByRole("button", { name: /show as|Voice/ })).toBeNull();
  });
});
