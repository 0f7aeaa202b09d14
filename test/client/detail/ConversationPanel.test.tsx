import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  byResource,
  conversation,
  copy,
  everything,
  line,
  listed,
  type Replies,
  result,
} from "../../support/servers/conversation-replies.ts";
import { type FakeUpstream, type Reply, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { type RunningProxy, startProxy } from "../../support/servers/proxy.ts";
import { hang, json, page, twilioError } from "../../support/servers/replies.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import { renderPanel, stubLayout } from "./panel-page.tsx";

let upstream: FakeUpstream;
let proxy: RunningProxy;

beforeEach(async () => {
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

type RestOf<All extends unknown[]> = All extends [unknown, ...infer Rest] ? Rest : never;

async function open(replies: Replies, ids = [id], ...rest: RestOf<Parameters<typeof renderPanel>>) {
  upstream.reply(byResource(replies));
  const user = userEvent.setup({ delay: null });
  renderPanel(ids, ...rest);
  await user.click(screen.getByRole("button", { name: "Open the first" }));
  return user;
}

const part = (name: string) => screen.findByRole("region", { name: new RegExp(`^${name}`) });
/** Leads to a part by the bar of the sections, which unfolds it. */
async function unfold(user: Awaited<ReturnType<typeof open>>, name: string): Promise<HTMLElement> {
  const bar = await screen.findByRole("navigation", { name: "Conversation sections" });
  await user.click(within(bar).getByRole("button", { name: new RegExp(`^${name}`) }));
  return part(name);
}
const people = () => screen.findByRole("list", { name: "Participants" });
const transcript = () => screen.findByRole("list", { name: "Transcript" });
const textsOf = (elements: HTMLElement[]) => elements.map(({ textContent }) => textContent);

describe("the panel", () => {
  test("shows the conversation's name, id, fields and people", async () => {
    const user = await open(everything);
    await screen.findByRole("heading", { level: 2, name: "Late parcel" });
    const panel = screen.getByRole("complementary", { name: "Late parcel" });
    expect(within(panel).getByText(id)).toBeTruthy();
    expect(within(panel).getByText("Closed")).toBeTruthy();
    const link = within(panel).getByRole("link", { name: /Open in Twilio Console/ });
    expect(link.getAttribute("href")).toBe("https://1console.twilio.com");
    expect(link.getAttribute("rel")).toContain("noopener");
    const fields = await unfold(user, "Fields");
    expect(textsOf(within(fields).getAllByRole("term"))).toEqual(["Created", "Channels", "Note", "Lead score"]);
    expect(textsOf(within(fields).getAllByRole("definition"))).toEqual([
      "Nov 3, 2026, 07:00",
      "SMS, Voice",
      "<b>hi</b>",
      "7",
    ]);
    expect(textsOf(within(await people()).getAllByRole("listitem"))).toEqual([
      "Dana S.CustomerSMS+14155550123",
      "AgentSMS+18005550100",
    ]);
  });

  test("shows the transcript in time order, in the view's zone, each line in its own direction", async () => {
    const lines = [line(2, "شكرا"), line(0, "Where is it?"), line(1, "On its way."), line(3, "Bye.")];
    await open({ ...everything, communications: listed("communications", lines), results: listed("items", []) });
    const items = within(await transcript()).getAllByRole("listitem");
    expect(textsOf(items)).toEqual([
      "Nov 3, 2026Dana S.CustomerSMS07:00:00Where is it?",
      "Agent07:00:01On its way.",
      "Dana S.Customer07:00:02شكرا",
      "Agent07:00:03Bye.",
    ]);
    expect(screen.getByText("شكرا").closest("p")?.dir).toBe("auto");
  });

  test("joins the fragments of one speaker and says how many", async () => {
    const spoken = (place: number, text: string) =>
      line(place, text, {
        author: { address: "+1", channel: "VOICE", participantId: "x" },
        content: { type: "TRANSCRIPTION", text },
      });
    const lines = [spoken(0, "One moment."), spoken(1, "Let me look."), spoken(2, "Here it is.")];
    await open({ ...everything, communications: listed("communications", lines), results: listed("items", []) });
    const [item] = within(await transcript()).getAllByRole("listitem");
    expect(item?.textContent).toContain("3 fragments");
    expect(item?.textContent).toContain("One moment. Let me look. Here it is.");
  });

  test("marks words that were hardly understood, in words too", async () => {
    const content = {
      type: "TRANSCRIPTION",
      text: "Order from Kvadrat.",
      transcription: { words: [{ text: "Kvadrat", confidence: 0.41 }] },
    };
    await open({ ...everything, communications: listed("communications", [line(0, "", { content })]) });
    expect(await screen.findByText(/41% confidence/)).toBeTruthy();
    expect(screen.getByText(/Underlined words have less than 60%/)).toBeTruthy();
  });

  test("shows each kind of result, and marks the lines that one covers", async () => {
    const results = [
      result("a", { label: "positive" }, { operator: { id: "intelligence_operator_1" } }),
      result("b", { entities: [{ text: "477", label: "ORDER" }] }, { operator: { id: "entities" } }),
      result("c", { steps: [{ done: true }] }, { operator: { id: "steps" } }),
      result("d", null, { operator: { id: "advice" }, refusal: "I cannot." }),
    ];
    const user = await open({ ...everything, results: listed("items", results) });
    const section = await unfold(user, "Operator results");
    expect(textsOf(await within(section).findAllByRole("heading", { level: 4 }))).toEqual([
      "Sentiment",
      "advice",
      "entities",
      "steps",
    ]);
    expect(section.textContent).toContain("PositiveAt conversation end");
    expect(section.textContent).toContain("The model refused to answerI cannot.");
    expect(section.textContent).toContain("ORDER: 477");
    expect(within(section).getByText(/"done": true/).tagName).toBe("PRE");
    const cover = within(section).getAllByRole("button", { name: "Covers lines 1–2" })[0];
    if (!cover) throw new Error("No button for the lines");
    await user.click(cover);
    expect(cover.getAttribute("aria-pressed")).toBe("true");
    expect(screen.getByText("Lines 1–2 highlighted: covered by Sentiment.")).toBeTruthy();
    const marked = [...document.querySelectorAll("[data-marked]")].map(({ textContent }) => textContent);
    expect(marked).toEqual(["Where is my parcel?", "On its way."]);
    await user.click(screen.getByRole("button", { name: "Clear highlight" }));
    expect(document.querySelector("[data-marked]")).toBeNull();
  });

  test("shows the newest result of an operator first and the others on demand", async () => {
    const of = (name: string, at: string) =>
      result(name, { label: name }, { executionDetails: { trigger: { on: "COMMUNICATION", timestamp: at } } });
    const results = [of("First", "2026-11-03T12:00:00Z"), of("Last", "2026-11-03T12:00:09Z")];
    const user = await open({ ...everything, results: listed("items", results) });
    const section = await unfold(user, "Operator results");
    expect(await within(section).findByText("Last")).toBeTruthy();
    expect(within(section).queryByText("First")).toBeNull();
    await user.click(within(section).getByRole("button", { name: "Show 1 earlier result" }));
    expect(within(section).getByText("First")).toBeTruthy();
  });

  test("draws what strangers wrote as text only", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          "<img src=x onerror=alert(1)>",
          "</p><script>1</script>",
          "javascript:alert(1)",
          "{t} '{x}'",
          "&lt;",
        ),
        fc.string({ unit: "grapheme", maxLength: 8 }),
        async (hostile, more) => {
          const text = `${hostile} ${more}`.trim();
          const user = await open(
            {
              conversation: json({ ...conversation, name: text }),
              participants: listed("participants", [{ id: "p", name: text, type: text }]),
              communications: listed("communications", [
                line(0, text, { author: { participantId: "p", channel: text } }),
              ]),
              results: listed("items", [result("r", { text }), result("j", { [text]: [text] })]),
              operators: listed("items", [{ id: "intelligence_operator_1", displayName: text }]),
            },
            [id],
            () => ({ Note: text }),
          );
          for (const name of ["Operator results", "Fields", "Raw JSON"]) await unfold(user, name);
          const list = await transcript();
          expect(list.querySelector("p")?.textContent).toBe(text);
          expect(
            document.querySelector("section img, section script, section a:not([href^='https://1console'])"),
          ).toBeNull();
          cleanup();
        },
      ),
      { numRuns: 5 },
    );
  });
});

describe("its edge", () => {
  test("is moved by arrow keys, kept for the next conversation, and put back by Delete or a double click", async () => {
    vi.spyOn(window, "innerWidth", "get").mockReturnValue(1440);
    const user = await open(everything);
    const edge = await screen.findByRole("separator", { name: "Panel width" });
    const panel = screen.getByRole("complementary");
    vi.spyOn(panel, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 400, 600));
    edge.focus();
    // The panel is to the right of its edge: to the left is wider.
    await user.keyboard("{ArrowLeft}");
    expect(edge.getAttribute("aria-valuenow")).toBe("416");
    expect(panel.style.getPropertyValue("--panel-width")).toBe("26rem");
    await user.keyboard("{Shift>}{ArrowRight}{/Shift}");
    expect(localStorage.getItem("earshot-panel")).toBe("352");
    // What is beside it keeps its room, and half of the page.
    await user.keyboard("{Shift>}{ArrowLeft>9/}{/Shift}");
    expect(edge.getAttribute("aria-valuenow")).toBe("720");
    fireEvent.doubleClick(edge);
    expect(panel.style.getPropertyValue("--panel-width")).toBe("");
    expect(localStorage.getItem("earshot-panel")).toBeNull();
  });
});

describe("each part", () => {
  test("shows that it is loading", async () => {
    const user = await open({ ...everything, communications: hang });
    expect((await part("Transcript")).textContent).toContain("Loading…");
    expect((await unfold(user, "Fields")).textContent).toContain("Nov 3, 2026");
  });

  test("fails alone with its own sentence, and Try again mends it without losing the rest", async () => {
    const user = await open({
      ...everything,
      communications: [twilioError(429, {}, { "x-ratelimit-reset": "45" }), everything.communications],
      results: [twilioError(403), everything.results],
    });
    const failed = await part("Transcript");
    await within(failed).findByText("Couldn’t load the transcript");
    expect(failed.textContent).toContain("Twilio’s rate limit was reached. Wait 45 seconds.");
    const results = await unfold(user, "Operator results");
    expect(results.textContent).toContain("Conversation Intelligence may not be enabled.");
    expect((await people()).textContent).toContain("Dana S.");
    await user.click(within(failed).getByRole("button", { name: "Retry" }));
    expect(await screen.findByText("Where is my parcel?")).toBeTruthy();
    expect(results.textContent).toContain("Positive");
  });

  test("that is empty says so, and why it may be filled yet", async () => {
    const user = await open({
      ...everything,
      conversation: json({ ...conversation, status: "ACTIVE", updatedAt: new Date().toISOString() }),
      communications: listed("communications", []),
      participants: listed("participants", []),
      results: listed("items", []),
    });
    await screen.findByText(/No lines were captured. It may still be processing/);
    const results = await unfold(user, "Operator results");
    expect(results.textContent).toContain("The conversation is still in progress");
    expect(screen.getByText(/Twilio lists no participants/)).toBeTruthy();
  });

  test("from the copy in Intelligence says that it is one", async () => {
    await open({ copy: json(copy), results: everything.results, operators: everything.operators });
    await screen.findByText(/Shown from Conversation Intelligence because/);
    expect(screen.getByText("Where is my parcel?")).toBeTruthy();
  });

  test("that was cut says so", async () => {
    const page = (from: number) => Array.from({ length: 1000 }, (_, i) => line(from + i, `line ${from + i}`));
    const pages = [0, 1000, 2000, 3000, 4000].map((from) => listed("communications", page(from), `t${from}`));
    await open({ ...everything, communications: pages });
    await screen.findByText("Only the first 5,000 lines listed by Twilio are shown. There are more.");
    const drawn = within(await transcript()).getAllByRole("listitem");
    expect(drawn.length).toBeGreaterThan(5);
    expect(drawn.length).toBeLessThan(60);
    expect(drawn[0]?.getAttribute("aria-setsize")).toBe("5000");
  });
});

test("a conversation that is gone says so once and keeps its fields", async () => {
  await open({ results: listed("items", []) });
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("Twilio didn’t return this conversation");
  expect(alert.textContent).toContain("It may have been deleted");
  expect(screen.getAllByRole("region")).toHaveLength(2);
  expect((await part("Fields")).textContent).toContain("<b>hi</b>");
});

test("results that outlive their conversation are shown without it", async () => {
  await open({ results: everything.results, operators: everything.operators });
  expect((await screen.findByRole("alert")).textContent).toContain("Twilio didn’t return this conversation");
  expect((await part("Operator results")).textContent).toContain("PositiveAt conversation end");
  expect(screen.getAllByRole("region")).toHaveLength(3);
});

test("a server that is away says so once", async () => {
  const { url } = proxy;
  await proxy.close();
  servePageFrom(url);
  await open(everything);
  expect((await screen.findByRole("alert")).textContent).toMatch(/isn’t responding/);
});

describe("fields", () => {
  const whole = [
    { Id: id, Created: "2026-11-03T12:00:00Z", Channels: ["sms"], Note: "<b>hi</b>", Elsewhere: "far" },
    { Id: id, Created: "2026-11-03T12:00:00Z", Channels: ["voice"], Note: "<b>hi</b>", Elsewhere: null },
  ];
  /** Answers the query of the dimensions and that of the measures. */
  const insights =
    (dimensions: Reply, measures: Reply): Reply =>
    (response, received) =>
      (received.body.includes("LeadScore") ? measures : dimensions)(response, received);
  const all = { ...everything, insights: insights(page(whole), page([{ Id: id, LeadScore: 7 }])) };
  const insightsCalls = () => upstream.received.filter(({ path }) => path.includes("InsightsDomains"));

  test("beyond those of the table's row are asked for when a person wants all of them", async () => {
    const user = await open(all, [id, "other"]);
    const fields = await unfold(user, "Fields");
    await screen.findByRole("heading", { level: 2, name: "Late parcel" });
    expect(insightsCalls()).toHaveLength(0);
    await user.click(within(fields).getByRole("button", { name: "Show all 5 fields" }));
    await within(fields).findByText("far");
    expect(fields.textContent).toContain("ChannelsSMS, Voice");
    expect(insightsCalls()).toHaveLength(2);
    // They stay so for the next conversation, and are asked for when a person stays with it.
    await user.keyboard("j");
    await waitFor(() => expect(upstream.received.map(({ path }) => path)).toContain("/v2/Conversations/other"));
    expect(within(await part("Fields")).getByRole("button", { name: "Show fewer fields" })).toBeTruthy();
  });

  test("are asked for at once where the row is not among the loaded ones", async () => {
    const user = await open(all, [id], () => undefined);
    const fields = await unfold(user, "Fields");
    await within(fields).findByText("far");
    await waitFor(() => expect(fields.textContent).toContain("Lead score7"));
  });

  test("wait for a list that is loading", async () => {
    const user = await open(all, [id], () => undefined, { kind: "coming" });
    await screen.findByRole("heading", { level: 2, name: "Late parcel" });
    expect((await unfold(user, "Fields")).textContent).toBe("FieldsLoading…");
    expect(insightsCalls()).toHaveLength(0);
  });

  test("that Insights does not have are told so", async () => {
    const user = await open({ ...everything, insights: page([]) }, [id], () => undefined);
    await within(await unfold(user, "Fields")).findByText("This conversation isn’t in Conversation Insights.");
  });

  test("that fail leave the others there, and are asked for again", async () => {
    // A moment's fault: a refusal would be looked into by the server.
    const fails = [twilioError(502), page([{ Id: id, LeadScore: 7 }])];
    let asked = 0;
    const measures: Reply = (response, received) => fails[Math.min(asked++, 1)]?.(response, received);
    const user = await open({ ...everything, insights: insights(page(whole), measures) }, [id], () => undefined);
    const fields = await unfold(user, "Fields");
    const alert = await within(fields).findByRole("alert");
    expect(alert.textContent).toContain("Couldn’t load some fields");
    expect(fields.textContent).toContain("far");
    await user.click(within(alert).getByRole("button", { name: "Retry" }));
    await waitFor(() => expect(fields.textContent).toContain("Lead score7"));
    expect(within(fields).queryByRole("alert")).toBeNull();
    expect(insightsCalls()).toHaveLength(3);
  });

  test("say when not all of them were read", async () => {
    const user = await open(
      { ...everything, insights: insights(page(whole, "more"), page([])) },
      [id],
      () => undefined,
    );
    await within(await unfold(user, "Fields")).findByText(/Some values may be missing/);
  });
});

describe("where the conversation is", () => {
  test("is told where the view leaves it out", async () => {
    await open(everything, [id], undefined, { kind: "outside" });
    await screen.findByText(/the filters or the time range exclude it/);
  });

  test("leads to it in the list", async () => {
    const onFind = vi.fn();
    const user = await open(everything, [id], undefined, { kind: "beyond", onFind });
    await user.click(await screen.findByRole("button", { name: "Show in list" }));
    expect(onFind).toHaveBeenCalledOnce();
  });

  test("says how far the list is read, and can be stopped", async () => {
    const onStop = vi.fn();
    const user = await open(everything, [id], undefined, { kind: "searching", done: 2000, of: 12_408, onStop });
    await screen.findByText("Searching the list: 2,000 of 12,408 rows read…");
    await user.click(screen.getByRole("button", { name: "Stop" }));
    expect(onStop).toHaveBeenCalledOnce();
  });

  test("says what failed and tries again", async () => {
    const onFind = vi.fn();
    const user = await open(everything, [id], undefined, { kind: "failed", error: new Error("?"), onFind });
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("Couldn’t search the list");
    await user.click(within(alert).getByRole("button", { name: "Retry" }));
    expect(onFind).toHaveBeenCalledOnce();
  });
});

describe("by keyboard", () => {
  test("the focus goes into the panel and back, J and K step, Escape closes", async () => {
    const user = await open(everything, [id, "other"]);
    const panel = screen.getByRole("complementary");
    expect(document.activeElement).toBe(panel);
    await user.keyboard("k");
    expect(panel.textContent).toContain(id);
    await user.keyboard("j");
    expect(panel.textContent).toContain("other");
    await waitFor(() => expect(upstream.received.map(({ path }) => path)).toContain("/v2/Conversations/other"));
    await user.keyboard("jK");
    expect(panel.textContent).toContain(id);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("complementary")).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Open the first" }));
  });

  test("the buttons step too and stay under the focus at the end of the list", async () => {
    const user = await open(everything, [id, "other"]);
    const next = screen.getByRole("button", { name: /Next conversation/ });
    expect(screen.getByRole("button", { name: /Previous conversation/ }).getAttribute("aria-disabled")).toBe("true");
    await user.click(next);
    expect(screen.getByRole("complementary").textContent).toContain("other");
    expect(next.getAttribute("aria-disabled")).toBe("true");
    expect(document.activeElement).toBe(next);
    await user.keyboard("{Enter}");
    expect(screen.getByRole("complementary").textContent).toContain("other");
  });

  test("a step while something inside had the focus leaves the keys working", async () => {
    const user = await open(everything, [id, "other"]);
    const cover = await screen.findByRole("button", { name: "Lines 1–2" });
    cover.focus();
    await user.keyboard("jk");
    await screen.findByRole("button", { name: "Lines 1–2" });
    expect(screen.getByRole("complementary").textContent).toContain(id);
  });

  test("an unfolded part stays unfolded in the next conversation", async () => {
    const user = await open(everything, [id, "other"]);
    await user.click(screen.getByRole("button", { name: /^Fields/, expanded: false }));
    await user.keyboard("j");
    expect(screen.getByRole("button", { name: /^Fields/, expanded: true })).toBeTruthy();
  });
});

test("on a narrow screen it is a dialog that keeps the focus", async () => {
  const wide = window.matchMedia;
  vi.spyOn(window, "matchMedia").mockImplementation((query) => ({
    ...wide(query),
    matches: /max-width: 47\.999em/.test(query),
  }));
  await open(everything);
  const dialog = await screen.findByRole("dialog", { name: "Late parcel" });
  expect(dialog.getAttribute("aria-modal")).toBe("true");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("heading", { level: 2 })));
});

test("the id is copied", async () => {
  const user = await open(everything);
  await user.click(screen.getByRole("button", { name: "Copy ID" }));
  expect(await navigator.clipboard.readText()).toBe(id);
  expect(screen.getByRole("button", { name: "Copied" })).toBeTruthy();
});
