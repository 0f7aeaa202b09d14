import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withChosen, withNotSet } from "../../../client/view/choose.ts";
import { formatView, parseView } from "../../../client/view/url.ts";
import {
  cardNames,
  defaultView,
  filterRoles,
  usualAgents,
  type View,
  withCards,
  withLens,
  withOpen,
  withReading,
} from "../../../client/view/view.ts";
import { long } from "../../support/long.ts";
import { anyText, anyView, anyZone } from "./views.ts";

const home = "Europe/Berlin";

function parse(search: string) {
  return parseView(search, home);
}

describe("a view in the address", () => {
  test("comes back as it was", () => {
    fc.assert(
      fc.property(anyView, anyZone, (view, browser) => {
        expect(parseView(formatView(view, browser), browser)).toEqual({ view, notes: [] });
      }),
    );
  });

  test("means the same in a browser of another zone, unless it says nothing at all", () => {
    fc.assert(
      fc.property(anyView, anyZone, anyZone, (view, written, read) => {
        const search = formatView(view, written);
        const expected = search === "" ? defaultView(read) : view;
        expect(parseView(search, read).view).toEqual(expected);
      }),
    );
  });

  test("survives what addresses pass through: the address object of a browser", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const search = formatView(view, home);
        expect(new URL(search, "http://localhost/").search).toBe(search);
      }),
    );
  });

  test("is written in one way only, whatever it holds", () => {
    const anything = fc.string({ unit: "binary", maxLength: 5 });
    const wild = fc.record({
      chosen: fc.record({
        channel: fc.array(anything),
        language: fc.array(anything),
        sentiment: fc.array(anything),
        status: fc.array(anything),
      }),
      columns: fc.option(fc.array(anything), { nil: undefined }),
    });
    fc.assert(
      fc.property(anyView, wild, (view, more) => {
        const once = parse(formatView({ ...view, ...more }, home)).view;
        const written = formatView(once, home);
        expect(formatView(parse(written).view, home)).toBe(written);
      }),
    );
  });

  test("is never more than a note away, whatever the address says", () => {
    const pieces = fc.constantFrom(
      "v=",
      "range=",
      "tz=",
      "sort=",
      "column=",
      "lens=",
      "card=",
      "measure=x&by=y",
      "channel=",
      "x=",
      "&",
      "..",
      ":asc",
      "7d",
    );
    const broken = fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 4 }), anyText)).map((parts) => {
      return `?${parts.join("")}`;
    });
    fc.assert(
      fc.property(fc.oneof(broken, fc.string({ unit: "binary" })), (search) => {
        const { view } = parse(search);
        const written = formatView(view, home);
        expect(parse(written)).toEqual({ view, notes: [] });
      }),
      { numRuns: long(200, 5000) },
    );
  });

  test("does not throw for half a character, and is stable after the first writing", () => {
    const view = withChosen(defaultView(home), "channel", ["\ud83d", "a\udc00b"]);
    const written = formatView(view, home);
    expect(formatView(parse(written).view, home)).toBe(written);
  });
});

describe("the written address", () => {
  test("of the default view is nothing", () => {
    expect(formatView(defaultView(home), home)).toBe("");
    expect(parse("")).toEqual({ view: defaultView(home), notes: [] });
  });

  test("leaves out what is the default, and always names the zone", () => {
    const view = defaultView(home);
    expect(formatView({ ...view, zone: "UTC" }, home)).toBe("?v=1&tz=UTC");
    expect(formatView({ ...view, range: { kind: "relative", amount: 30, unit: "day" } }, home)).toBe(
      "?v=1&range=30d&tz=Europe/Berlin",
    );
    expect(formatView(withChosen(view, "status", ["a b", "c,d&e"]), home)).toBe(
      "?v=1&status=a+b&status=c,d%26e&tz=Europe/Berlin",
    );
    expect(formatView(withNotSet({ ...view, more: [{ kind: "notSet", field: "A.B" }] }, "status"), home)).toBe(
      "?v=1&not-set=status&not-set.A.B=1&tz=Europe/Berlin",
    );
    const sorted: View = { ...view, sort: { field: "A.B", direction: "DESC" }, columns: ["B", "A"] };
    expect(formatView(sorted, home)).toBe("?v=1&sort=A.B:desc&column=B&column=A&tz=Europe/Berlin");
  });

  test("names the lens and the cards that are not the usual ones", () => {
    const view = defaultView(home);
    expect(formatView(withLens(view, "analysis"), home)).toBe("?v=1&lens=analysis&tz=Europe/Berlin");
    const two = withCards(withLens(view, "analysis"), ["week", "trend"]);
    expect(formatView(two, home)).toBe("?v=1&lens=analysis&card=week&card=trend&tz=Europe/Berlin");
    expect(withCards(two, cardNames)).toEqual(withLens(view, "analysis"));
    expect(withCards(two, [])).toEqual(withLens(view, "analysis"));
  });

  test("says how charts of one's own and agents are drawn, where it is not as usual", () => {
    const explore = { measure: "Calls", dimension: "Team", split: "Topic", look: "share", top: 5 } as const;
    const agents = { by: "kind", sort: "duration", direction: "ASC" } as const;
    const search = "?v=1&measure=Calls&by=Team&split=Topic&draw=share&top=5&agents=kind:duration:asc&tz=Europe/Berlin";
    const view: View = { ...withLens(defaultView(home), "analysis"), explore, agents };
    expect(formatView(view, home)).toBe(search);
    expect(parse(search)).toEqual({ view, notes: [] });
    const wrong = parse("?v=1&measure=Calls&by=Team&draw=pie&top=7&agents=wait");
    expect(wrong.view).toMatchObject({ explore: { measure: "Calls", dimension: "Team" }, agents: usualAgents });
    expect(wrong.notes).toHaveLength(3);
  });

  test("of before there were lenses shows the chart of a person's own, which only Analysis has", () => {
    const { view, notes } = parse("?v=1&measure=Calls&by=Team&tz=UTC");
    expect(notes).toEqual([]);
    expect(view.lens).toBe("analysis");
    expect(parse(formatView(withLens(view, "conversations"), home)).view.lens).toBe("conversations");
  });

  test("says how a conversation is read, and nothing of it where none is open", () => {
    const read = withReading(withOpen(defaultView(home), "conv_1"), true);
    expect(formatView(read, home)).toBe("?v=1&open=conv_1&read=1&tz=Europe/Berlin");
    expect(parse("?open=conv_1&read=1")).toEqual({ view: read, notes: [] });
    expect(parse("?open=conv_1").view.reading).toBe(false);
    expect(formatView({ ...defaultView(home), reading: true }, home)).toBe("");
    expect(parse("?read=1")).toEqual({ view: defaultView(home), notes: [] });
    expect(parse("?open=../account&read=1").view).toEqual(defaultView(home));
  });

  test("keeps a value that looks escaped already", () => {
    const view = withChosen(defaultView(home), "channel", ["%2F", "%252F", "/", "+", " "]);
    expect(parse(formatView(view, home)).view.chosen.channel).toEqual(["%2F", "%252F", "/", "+", " "]);
  });
});

describe("a part of the address that cannot be used", () => {
  test.each([
    ["?tz=Mars/Olympus", "Mars/Olympus"],
    ["?tz=", "“”"],
    ["?tz=%2B05:30", "+05:30"],
    ["?range=soon", "soon"],
    ["?range=0d", "0d"],
    ["?range=3661d", "3661d"],
    ["?range=2026-11-07..2026-11-01", "2026-11-07..2026-11-01"],
    ["?range=0001-01-01..9999-12-31", "0001-01-01..9999-12-31"],
    ["?sort=Id", "Id"],
    ["?sort=:asc", ":asc"],
    ["?sort=Id:up", "Id:up"],
    ["?open=../account", "../account"],
    [`?open=${"a".repeat(101)}`, "aaa"],
    ["?lens=table", "table"],
    ["?card=pie", "pie"],
    ["?v=2", "2"],
    ["?colour=red", "colour"],
  ])("%s gives the default and one note that names it", (search, named) => {
    const { view, notes } = parse(search);
    expect(view).toEqual(defaultView(home));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(named);
  });

  test("does not spoil the others, and each has a note of its own", () => {
    const { view, notes } = parse("?range=x&tz=y&sort=z&channel=voice&a=1&a=2&b=3");
    expect(view.chosen.channel).toEqual(["voice"]);
    expect(notes).toHaveLength(5);
  });

  test.each(["?utm_source=mail", "?v=1", "?channel=", "?column=", "?open=", "?lens=", "?card=", "?"])(
    "%s is no reason for a note",
    (search) => {
      expect(parse(search)).toEqual({ view: defaultView(home), notes: [] });
    },
  );

  test("counts once where it is said twice", () => {
    const search = filterRoles.map((role) => `${role}=a&${role}=b&${role}=a`).join("&");
    const { chosen } = parse(`?${search}&column=x&column=x`).view;
    for (const role of filterRoles) expect(chosen[role]).toEqual(["a", "b"]);
  });
});
