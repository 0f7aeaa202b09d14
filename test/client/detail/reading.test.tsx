import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  byResource,
  conversation,
  everything,
  line,
  listed,
  type Replies,
  result,
} from "../../support/servers/conversation-replies.ts";
import { type FakeUpstream, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { type RunningProxy, startProxy } from "../../support/servers/proxy.ts";
import { json } from "../../support/servers/replies.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import { renderPanel, stubLayout } from "./panel-page.tsx";

let upstream: FakeUpstream;
let proxy: RunningProxy;

beforeEach(async () => {
  localStorage.removeItem("earshot-page-keys");
  stubLayout();
  upstream = await startFakeUpstream();
  proxy = await startProxy(upstream.url);
  servePageFrom(proxy.url);
});

afterEach(async () => {
  servePageFrom(undefined);
  await proxy.close();
  await upstream.close();
});

const id = String(conversation.id);

async function open(
  replies: Replies,
  ids = [id],
  ...rest: Parameters<typeof renderPanel> extends [unknown, ...infer Rest] ? Rest : never
) {
  upstream.reply(byResource(replies));
  const user = userEvent.setup({ delay: null });
  renderPanel(ids, ...rest);
  await user.click(screen.getByRole("button", { name: "Open the first" }));
  return user;
}

const bar = () => screen.findByRole("navigation", { name: "Conversation sections" });
const partsAsked = () =>
  upstream.received.flatMap(({ path }) => /^\/v2\/Conversations\/([^/?]+)$/.exec(path)?.[1] ?? []);

/** Operators that cover a part of five lines, the whole, and none that is known. */
function found() {
  const of = (name: string, payload: unknown, first: number, last: number) =>
    result(name, payload, {
      operator: { id: name },
      executionDetails: {
        trigger: { on: "CONVERSATION_END", timestamp: "2026-11-03T12:04:58Z" },
        communications: { first: `conv_communication_${first}`, last: `conv_communication_${last}` },
      },
    });
  const times = [0, 10, 20, 90, 100];
  const texts = ["Where is it?", "One moment.", "Hurry.", "It is here.", "Thanks."];
  const lines = texts.map((text, place) => {
    const at = new Date(Date.UTC(2026, 10, 3, 12, 0, times[place])).toISOString();
    return line(place, text, { createdAt: at, occurredAt: at });
  });
  const results = [
    of("sum", { text: "Dana asks for a parcel." }, 0, 4),
    of("script", { adherence: "partially_adherent", score: 61, missed: ["farewell"] }, 1, 3),
    of("topic", { label: "parcel" }, 2, 2),
    of("facts", { deep: { er: 1 } }, 4, 4),
  ];
  return {
    ...everything,
    communications: listed("communications", lines),
    results: listed("items", results),
    operators: listed("items", [
      { id: "sum", displayName: "Conversation Summary" },
      { id: "script", displayName: "Script Adherence" },
      { id: "topic", displayName: "Topic" },
      { id: "facts", displayName: "Facts" },
    ]),
  } satisfies Replies;
}

describe("what comes first", () => {
  test("is people, the summary and the facts, then what was said; the rest is folded beneath", async () => {
    await open(found());
    const summary = await screen.findByText("Dana asks for a parcel.");
    const order = [
      screen.getByRole("list", { name: "Participants" }),
      summary,
      screen.getByRole("list", { name: "At a glance" }),
      await bar(),
      ...["Transcript", "Operator results", "Fields", "Raw JSON"].map((name) =>
        screen.getByRole("region", { name: new RegExp(`^${name}`) }),
      ),
    ];
    const inPage = order.toSorted((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    expect(inPage).toEqual(order);
    for (const name of [/^Operator results/, /^Fields/, /^Raw JSON/])
      expect(screen.getByRole("button", { name, expanded: false })).toBeTruthy();
    expect(screen.getByText("It is here.")).toBeTruthy();
    expect(screen.getByRole("list", { name: "At a glance" }).textContent).toBe("Created: Nov 3, 2026, 07:00");
  });

  test("is unfolded by the bar of the sections, JSON last and as it was loaded", async () => {
    const user = await open(found());
    await screen.findByText("It is here.");
    await user.click(within(await bar()).getByRole("button", { name: "Raw JSON" }));
    expect(screen.getByRole("button", { name: /^Raw JSON/, expanded: true })).toBeTruthy();
    expect(
      within(await bar())
        .getByRole("button", { name: "Raw JSON" })
        .getAttribute("aria-current"),
    ).toBe("true");
    expect(screen.getByText(/"LeadScore": 7/)).toBeTruthy();
    expect(screen.getByText(/"conv_communication_4"/)).toBeTruthy();
  });
});

describe("what operators found", () => {
  test("stands in brief at the first line that it covers, and marks its lines", async () => {
    const user = await open(found());
    const note = await screen.findByRole("note", { name: "Script Adherence: Lines 2–4" });
    expect(note.textContent).toContain("Adherence: Partially adherent · Score: 61 · Missed: Farewell");
    expect(note.closest("li")?.textContent).toContain("One moment.");
    expect(screen.getByRole("note", { name: "Topic: Line 3" }).closest("li")?.textContent).toContain("Hurry.");
    // What covers every line stands in no one place.
    expect(screen.getAllByRole("note")).toHaveLength(3);
    await user.click(within(note).getByRole("button", { name: "Lines 2–4" }));
    const marked = [...document.querySelectorAll("[data-marked]")].map(({ textContent }) => textContent);
    expect(marked).toEqual(["One moment.", "Hurry.", "It is here."]);
    expect(screen.getByText("Lines 2–4 highlighted: covered by Script Adherence.")).toBeTruthy();
  });

  test("leads to the whole result where it is only told in part", async () => {
    const user = await open(found());
    const note = await screen.findByRole("note", { name: "Facts: Line 5" });
    await user.click(within(note).getByRole("button", { name: "Whole result" }));
    expect(screen.getByRole("button", { name: /^Operator results/, expanded: true })).toBeTruthy();
    expect(screen.getByText(/"er": 1/)).toBeTruthy();
  });

  test("is beside a wait, where the times of the lines tell of one", async () => {
    await open(found());
    expect(await screen.findByText("Waited 1 m 10 s")).toBeTruthy();
    expect(screen.getAllByText(/^Waited/)).toHaveLength(1);
  });
});

describe("J and K", () => {
  test("keep the section: the next conversation begins at its top", async () => {
    const user = await open(found(), [id, "other"]);
    await screen.findByText("It is here.");
    await user.click(within(await bar()).getByRole("button", { name: /^Operator results/ }));
    const led = vi.spyOn(Element.prototype, "scrollIntoView");
    await user.keyboard("j");
    expect(screen.getByRole("complementary").textContent).toContain("other");
    const current = within(await bar()).getByRole("button", { name: /^Operator results/ });
    expect(current.getAttribute("aria-current")).toBe("true");
    expect(screen.getByRole("button", { name: /^Operator results/, expanded: true })).toBeTruthy();
    const sections = led.mock.contexts.map(
      (element) => element instanceof Element && element.getAttribute("data-section"),
    );
    expect(sections.length).toBeGreaterThan(0);
    expect(new Set(sections)).toEqual(new Set(["results"]));
  });

  test("load one conversation ahead in the direction of travel, and only once a person steps", async () => {
    const user = await open(everything, ["a", "b", "c", "d"]);
    await screen.findByText("Where is my parcel?");
    // What was asked for unasked would come before this.
    await fetch(`${proxy.url}/api/conversations/between`);
    expect(partsAsked()).toEqual(["a", "between"]);
    await user.keyboard("j");
    await waitFor(() => expect(partsAsked().slice(2)).toEqual(["b", "c"]));
    await waitFor(() => expect(upstream.received.filter(({ path }) => path.includes("/c/"))).toHaveLength(2));
    await screen.findByText("Where is my parcel?");
    await user.keyboard("j");
    // There already: nothing of it is waited for.
    expect(screen.getByRole("heading", { level: 2, name: "Late parcel" })).toBeTruthy();
    expect(screen.getByText("Where is my parcel?")).toBeTruthy();
    await waitFor(() => expect(partsAsked().slice(2)).toEqual(["b", "c", "d"]));
    await user.keyboard("k");
    // What is before was read already.
    await fetch(`${proxy.url}/api/conversations/after`);
    expect(partsAsked().slice(2)).toEqual(["b", "c", "d", "after"]);
  });
});

describe("reading", () => {
  test("takes the whole page by button or key, and Escape leads back to the panel", async () => {
    const user = await open(found(), [id, "other"]);
    await screen.findByText("It is here.");
    await user.click(screen.getByRole("button", { name: "Read across the whole page (R)" }));
    const page = screen.getByRole("dialog", { name: "Late parcel" });
    expect(within(page).getByText("1 of 2")).toBeTruthy();
    expect(within(page).getByText(/^Next: /)).toBeTruthy();
    expect(within(page).getByRole("heading", { level: 3, name: "Summary" })).toBeTruthy();
    await user.keyboard("j");
    expect(screen.getByRole("dialog").textContent).toContain("other");
    await user.keyboard("{Escape}");
    expect(screen.getByRole("complementary").textContent).toContain("other");
    await user.keyboard("r");
    expect(screen.getByRole("dialog")).toBeTruthy();
    await user.keyboard("r");
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("complementary")).toBeNull();
  });

  test("obeys the switch for keys of one letter", async () => {
    localStorage.setItem("earshot-page-keys", "off");
    const user = await open(everything);
    await user.keyboard("r");
    expect(screen.getByRole("complementary")).toBeTruthy();
  });
});

describe("people", () => {
  const named = () => ({ Id: id, Customer: "Dana S.", Agents: ["Ben B."], From: "+14155550123" });

  test("lead to all their conversations in one click, by the values that the row has", async () => {
    const onAll = vi.fn();
    const user = await open(everything, [id], named, undefined, onAll);
    const people = await screen.findByRole("list", { name: "Participants" });
    const customer = within(people).getByRole("button", { name: /^Dana S/ });
    expect(customer.textContent).toBe("Dana S.Customer · see all 6");
    await user.click(customer);
    expect(onAll).toHaveBeenLastCalledWith({ field: "Customer", value: "Dana S." }, false);
    // Twilio has no name of the agent: the row has one.
    const agent = within(people).getByRole("button", { name: /^Ben B/ });
    expect(agent.textContent).toBe("Ben B.Agent · see all");
    await user.click(agent);
    expect(onAll).toHaveBeenLastCalledWith({ field: "Agents", value: "Ben B." }, false);
    await user.click(within(people).getByRole("button", { name: "+14155550123" }));
    expect(onAll).toHaveBeenLastCalledWith({ field: "From", value: "+14155550123" }, false);
  });

  test("are no links where the account has no field for them, and it is said", async () => {
    await open({ ...everything, conversation: json(conversation) });
    const people = await screen.findByRole("list", { name: "Participants" });
    expect(within(people).queryAllByRole("button")).toEqual([]);
    expect(within(people).getAllByTitle(/This account has no field for customers/)).toHaveLength(1);
    expect(within(people).getAllByTitle(/This account has no field for agents/)).toHaveLength(1);
    expect(within(people).getAllByTitle(/This account has no field for addresses/)).toHaveLength(1);
  });
});
