import { everything, line, listed, result } from "../support/servers/conversation-replies.ts";
import { json } from "../support/servers/replies.ts";
import { setRootFontSize } from "./support/root-font-size.ts";
import { expect, test } from "./support/scripted.ts";
import { usualRow } from "./support/twilio.ts";

test.describe("an account that cannot count", () => {
  test.use({ script: { counts: false } });

  test("has charts of the loaded rows, which say so and grow with them", async ({ page, dashboard, twilio }) => {
    await page.goto(`${twilio.url}/?lens=analysis`);
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    const card = dashboard.charts.card("Conversations by channel");
    await expect(card).toContainText("100 loaded rows only");
    await expect(dashboard.charts.bar("Conversations by channel", "Voice")).toContainText("100");
    await dashboard.look("Conversations");
    await expect(dashboard.charts.card("Channels")).toContainText("100 loaded rows only");
    await dashboard.rows.scrollToEnd();
    await expect(dashboard.charts.card("Channels")).toContainText("200 loaded rows only");
    await dashboard.look("Analysis");
    await expect(card).toContainText("200 loaded rows only");
    await expect(dashboard.charts.bar("Conversations by channel", "Voice")).toContainText("200");
    await dashboard.filters.open("Channel");
    await expect(dashboard.filters.facet("Channel")).toContainText("Counts cover only the 200 loaded rows");
  });
});

test.describe("text that would like to be more than text", () => {
  const evil = '<img src="x" onerror="document.title=\'taken\'"><script>document.title="taken"</script>';
  test.use({
    script: {
      row: (number) => ({ ...usualRow(number), "Conversation.Languages": [evil], "Conversation.Status": evil }),
      conversation: {
        ...everything,
        conversation: json({ id: "conversation-0", name: evil, status: evil }),
        communications: listed("communications", [line(0, evil), line(1, "[a](javascript:alert(1))")]),
        results: listed("items", [
          result("r1", { summary: evil, link: "javascript:alert(1)" }, { conversationId: "conversation-0" }),
        ]),
      },
    },
  });

  test("stays text in the table, the filters, the charts and the conversation", async ({ page, dashboard, twilio }) => {
    await page.goto(twilio.url);
    await expect(dashboard.rows.at(0)).toContainText(evil);
    await expect(dashboard.charts.card("Languages")).toContainText(evil);
    await dashboard.look("Analysis");
    await expect(dashboard.charts.card("Conversations by language")).toContainText(evil);
    await dashboard.look("Conversations");
    await dashboard.filters.choose("Status", evil);
    await expect(dashboard.chips).toHaveText([`Status: ${evil}`]);
    await dashboard.rows.at(0).getByRole("gridcell").nth(1).click();
    await expect(dashboard.conversation.transcript).toContainText(evil);
    await expect(dashboard.conversation.panel.getByRole("heading", { level: 2 })).toHaveText(evil);
    await expect(await dashboard.conversation.unfold("Operator results")).toContainText(evil);
    expect(await page.locator("img[src=x], main script, section script, a[href^='javascript']").count()).toBe(0);
    await expect(page).toHaveTitle(/Earshot/);
  });
});

test.describe("a call that was hardly understood", () => {
  const spoken = (place: number, text: string, transcription: object) =>
    line(place, text, { content: { type: "TRANSCRIPTION", text, transcription } });
  test.use({
    script: {
      conversation: {
        ...everything,
        communications: listed("communications", [
          spoken(0, "I said fifteen, not fifty.", {
            confidence: 0.9,
            words: [
              { text: "fifteen", confidence: 0.41 },
              { text: "fifty", confidence: 0.93 },
            ],
          }),
          spoken(1, "Could you say that again?", { confidence: 0.5 }),
        ]),
      },
    },
  });

  test("has the very words marked, and says how sure they are", async ({ page, dashboard, twilio }) => {
    await page.goto(`${twilio.url}/?open=conversation-0`);
    const unsure = dashboard.conversation.transcript.locator("[title*=confidence]");
    await expect(unsure).toHaveCount(2);
    await expect(unsure.first()).toHaveText("fifteen (41% confidence)");
    await expect(unsure.last()).toHaveAttribute("title", "(50% confidence)");
    await expect(dashboard.conversation.panel).toContainText("Underlined words have less than 60% confidence.");
  });
});

test.describe("a list longer than the browser lets an element be high", () => {
  // In letters of four times the size fewer rows are higher than Chromium draws.
  const letters = 4;
  const all = 260_000;
  const mostPixels = 2 ** 25;
  const createdAt = new Date(Date.now() - 3_600_000).toISOString();
  test.use({
    viewport: { width: letters * 1280, height: 1600 },
    script: {
      conversations: all,
      pageRows: 65_000,
      row: (number) => ({ "Conversation.Id": `conversation-${number}`, "Conversation.CreatedAt": createdAt }),
    },
  });

  test("shows its last row, and its first one again", async ({ page, dashboard, twilio }) => {
    await setRootFontSize(page, letters);
    await page.goto(`${twilio.url}/?v=1&column=Conversation.Id&tz=UTC`);
    await expect(dashboard.foot).toHaveText("65,000 loaded, more available");
    const { height = 0 } = (await dashboard.rows.at(0).boundingBox()) ?? {};
    expect(height * all).toBeGreaterThan(mostPixels);
    await dashboard.table.focus();
    for (let loaded = 130_000; loaded < all; loaded += 65_000) {
      await page.keyboard.press("Control+End");
      await expect(dashboard.foot).toHaveText(`${loaded.toLocaleString("en-US")} loaded, more available`);
    }
    await page.keyboard.press("Control+End");
    await expect(dashboard.foot).toHaveText("260,000 conversations, all loaded");
    await page.keyboard.press("Control+End");
    const last = dashboard.table.getByText("conversation-259999", { exact: true });
    await expect(last).toBeInViewport();
    await expect(dashboard.rows.at(all - 1)).toContainText("conversation-259999");
    await page.keyboard.press("Control+Home");
    await expect(dashboard.table.getByText("conversation-0", { exact: true })).toBeInViewport();
    await expect(last).toHaveCount(0);
    // The bar alone leads there, too.
    await dashboard.table.evaluate((grid) => {
      const box = grid.parentElement;
      if (box) box.scrollTop = box.scrollHeight;
    });
    await expect(last).toBeInViewport();
  });
});
