import type { APIRequestContext } from "@playwright/test";
import type { ConversationDetail } from "../../contract/detail.ts";
import { detailOf } from "./support/detail.ts";
import { expect, test } from "./support/fixtures.ts";
import { faulty } from "./support/settings.ts";
import type { Row } from "./support/walk.ts";

test.use({ settings: faulty });

const view = "v=1&range=90d&channel=voice&tz=UTC";

/** The first conversation of the rows of which something is so, as the API gives it. */
async function firstOf(
  request: APIRequestContext,
  rows: readonly Row[],
  isSo: (detail: ConversationDetail) => boolean,
): Promise<ConversationDetail> {
  for (const { Id: id } of rows) {
    const detail = await detailOf(request, id);
    if (isSo(detail)) return detail;
  }
  throw new Error("No conversation of the sample is so.");
}

function linesOf({ communications }: ConversationDetail) {
  return communications.status === "ok" ? communications.data.items : [];
}

type SpokenLine = ReturnType<typeof linesOf>[number];

function inTime(lines: readonly SpokenLine[]): SpokenLine[] {
  return lines.toSorted((a, b) => Date.parse(a.occurredAt ?? "") - Date.parse(b.occurredAt ?? ""));
}

/** Whether the same person went on within two minutes, which is shown as one turn. */
function isFragment(line: SpokenLine, before: SpokenLine | undefined): boolean {
  const apartMs = Date.parse(line.occurredAt ?? "") - Date.parse(before?.occurredAt ?? "");
  return line.author.participantId === before?.author.participantId && apartMs <= 120_000;
}

test("conversations are stepped through, near and far down the list", async ({ page, dashboard, openWhole }) => {
  test.slow();
  const ids = (await openWhole(view)).map((row) => String(row["Id"]));
  await test.step("J and K step through the list, the address has the id, and Back leads to the list at once", async () => {
    await dashboard.rows.at(2).getByRole("gridcell").nth(1).click();
    const { panel } = dashboard.conversation;
    await expect(panel).toContainText(ids[2] ?? "");
    expect(dashboard.search.get("open")).toBe(ids[2]);
    await page.keyboard.press("j");
    await expect(panel).toContainText(ids[3] ?? "");
    expect(dashboard.search.get("open")).toBe(ids[3]);
    await dashboard.button("Previous conversation (K)").click();
    await expect(panel).toContainText(ids[2] ?? "");
    await page.keyboard.press("k");
    await expect(panel).toContainText(ids[1] ?? "");
    await page.keyboard.press("k");
    await expect(panel).toContainText(ids[0] ?? "");
    await expect(dashboard.button("Previous conversation (K)")).toHaveAttribute("aria-disabled", "true");
    const link = panel.getByRole("link", { name: /^Open in Twilio Console/ });
    await expect(link).toHaveAttribute("href", /^https:\/\/\w+\.twilio\.com/);
    await expect(link).toHaveAttribute("rel", /noopener/);
    await page.goBack();
    await expect(panel).toBeHidden();
    expect(dashboard.search.has("open")).toBe(false);
    await page.goForward();
    await expect(panel).toContainText(ids[0] ?? "");
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
  });
  await test.step("a conversation far down the list is there after a reload, found again, and stepped on from", async () => {
    await dashboard.rows.scrollTo(320);
    await dashboard.rows.at(320).getByRole("gridcell").nth(1).click();
    const { panel, unfold, where } = dashboard.conversation;
    await expect(panel).toContainText(ids[320] ?? "");

    await page.reload();
    await expect(where).toHaveText("In this view, but not among the loaded rows.");
    const fields = await unfold("Fields");
    await expect(fields).toContainText("Voice");
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    await expect(fields.getByRole("term")).toHaveCount(19);

    await dashboard.button("Show in list").click();
    await expect(where).toBeHidden();
    await expect(dashboard.rows.at(320)).toBeInViewport();
    await expect(dashboard.rows.at(320)).toHaveAttribute("aria-current", "true");
    await panel.press("j");
    await expect(panel).toContainText(ids[321] ?? "");
    await dashboard.button("Show all 19 fields").click();
    await expect(fields.getByRole("term")).toHaveCount(19);
    await panel.press("k");
    await panel.press("k");
    await expect(panel).toContainText(ids[319] ?? "");
    // What a person asked to see of one, they see of the next.
    await expect(fields.getByRole("term")).toHaveCount(19);

    await dashboard.goto(`v=1&range=1d&tz=UTC&open=${ids[319]}`);
    await expect(where).toHaveText("Not in this view because the filters or the time range exclude it.");
  });
});

test("a conversation is read whole, in parts, and where it is gone", async ({
  dashboard,
  request,
  product,
  openWhole,
}) => {
  test.slow();
  const rows = await openWhole(view);
  await test.step("a part that fails leaves the others; a conversation deleted upstream is told, its row stays", async () => {
    const detail = await firstOf(request, rows, ({ conversation, participants }) =>
      [conversation, participants].every(({ status }) => status === "failed"),
    );
    // Not simply the first row: it may be of a deleted conversation itself.
    const whole = await firstOf(request, rows, ({ conversation, participants, communications, operatorResults }) =>
      [conversation, participants, communications, operatorResults].every(({ status }) => status === "ok"),
    );
    await request.post(`${product.faultsUrl()}/OperatorResults/503`, { failOnStatusCode: true });
    await dashboard.rows
      .at(rows.findIndex(({ Id: id }) => id === whole.id))
      .getByRole("gridcell")
      .nth(1)
      .click();
    const results = dashboard.conversation.part("Operator results");
    await expect(results.getByRole("alert")).toContainText("Couldn’t load the operator results");
    await expect(dashboard.conversation.transcript).toBeVisible();
    await expect(dashboard.conversation.panel).toContainText(whole.id);
    await expect(dashboard.conversation.panel.getByRole("alert")).toHaveCount(1);
    await results.getByRole("button", { name: "Retry" }).click();
    await expect(dashboard.conversation.panel.getByRole("alert")).toHaveCount(0);

    await dashboard.goto(`${view}&open=${detail.id}`);
    const notice = dashboard.conversation.panel.getByRole("alert");
    await expect(notice).toContainText("Twilio didn’t return this conversation");
    await expect(notice).toContainText("It may have been deleted");
    await dashboard.goto(`${view}&open=fault-403`);
    await expect(notice).toContainText("may not be enabled");
  });
  await test.step("a call is read in time order: fragments joined, what an operator covers shown", async () => {
    const detail = await firstOf(request, rows, (one) => {
      const lines = inTime(linesOf(one));
      if (lines.some(({ occurredAt }) => !occurredAt)) return false;
      const joined = lines.some((line, place) => place > 0 && isFragment(line, lines[place - 1]));
      return joined && one.operatorResults.status === "ok" && one.operatorResults.data.items.length > 0;
    });
    await dashboard.goto(`${view}&open=${detail.id}`);
    const { panel, transcript } = dashboard.conversation;
    await expect(transcript).toBeVisible();
    const lines = linesOf(detail);
    const texts = inTime(lines).map(({ content }) => content.text ?? "");
    // What a screen reader hears beside the text is no part of it.
    const said = await transcript.evaluate((list) =>
      [...list.querySelectorAll("p")].map((one) => {
        const copy = one.cloneNode(true) as HTMLElement;
        for (const note of copy.querySelectorAll("[class*=spoken]")) note.remove();
        return copy.textContent;
      }),
    );
    expect(said.join(" ").replace(/\s+/g, " ")).toBe(texts.join(" ").replace(/\s+/g, " "));
    await expect(transcript.getByText(/^\d+ fragments$/).first()).toBeVisible();
    expect(await transcript.getByRole("listitem").count()).toBeLessThan(lines.length);
    await expect(panel).toContainText(/Voice/);

    const results = await dashboard.conversation.unfold("Operator results");
    await results
      .getByRole("button", { name: /^Covers (all|line)/ })
      .first()
      .click();
    await expect(panel).toContainText(/highlighted: covered by/);
    await expect(transcript.locator("[data-marked]").first()).toBeInViewport();
    await dashboard.button("Clear highlight").click();
    await expect(transcript.locator("[data-marked]")).toHaveCount(0);
  });
});

test("a conversation is read across the page, and leads to all of its customer", async ({
  page,
  dashboard,
  openWhole,
}) => {
  const ids = (await openWhole(`${view}&column=DateCreated&column=CustomerName&column=AgentName`)).map((row) =>
    String(row["Id"]),
  );
  await dashboard.rows.at(1).getByRole("gridcell").nth(1).click();
  const { panel, reading, people } = dashboard.conversation;
  await expect(panel).toBeFocused();
  await test.step("R and back by Escape, by a link, and with the next one named", async () => {
    await page.keyboard.press("r");
    await expect(reading).toContainText(ids[1] ?? "");
    expect(dashboard.search.get("read")).toBe("1");
    await expect(reading.getByText(`2 of ${ids.length}`)).toBeVisible();
    await page.keyboard.press("j");
    await expect(reading).toContainText(ids[2] ?? "");
    await expect(reading.getByRole("button", { name: /^Next: / })).toBeVisible();
    await page.reload();
    await expect(reading).toContainText(ids[2] ?? "");
    await page.keyboard.press("Escape");
    await expect(panel).toContainText(ids[2] ?? "");
    expect(dashboard.search.has("read")).toBe(false);
  });
  await test.step("one click lists the customer’s conversations, with this one open", async () => {
    const customer = people.getByRole("button").first();
    const name = (await customer.innerText()).split("\n")[0] ?? "";
    await customer.click();
    await expect(dashboard.chips).toHaveText([`Customer: ${name}`]);
    await expect(panel).toContainText(ids[2] ?? "");
    await expect(dashboard.rows.at(0)).toContainText(name);
    expect(dashboard.search.get("range")).toBe("90d");
  });
});

test("what cannot be an id opens nothing and asks for nothing, and is said", async ({ page, dashboard }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await dashboard.goto(`${view}&open=not an id`);
  await expect(dashboard.notes).toHaveText("“not an id” isn’t a valid conversation ID, so none is opened.");
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await expect(dashboard.conversation.panel).toHaveCount(0);
  expect(asked.filter((path) => path.startsWith("/api/conversations"))).toEqual([]);
});
