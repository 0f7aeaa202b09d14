import { showing } from "./state.ts";

const gone = "conv_conversation_01k0nobody000000000000000x";

/** One conversation, beside the list and across the page, and what may fail of it. */
export const readingStates = showing(":is([role=complementary], [role=dialog]) h2", [
  { name: "panel", search: "channel=voice", reach: (screen) => screen.open() },
  {
    name: "panel, all sections",
    reach: async (screen) => {
      await screen.open();
      for (const key of ["detail.results", "detail.fields", "detail.raw"] as const) {
        const fold = screen.page.locator("h3").getByRole("button", { name: screen.says(key, "begins") });
        if ((await fold.getAttribute("aria-expanded")) === "false") await fold.click();
      }
      await screen.page
        .locator("h3")
        .getByRole("button", { name: screen.says("detail.fields", "begins") })
        .scrollIntoViewIfNeeded();
    },
  },
  {
    name: "panel beside analysis",
    reach: async (screen) => {
      await screen.open();
      await screen.page.goto(`${screen.page.url()}&lens=analysis`);
      await screen.transcript.waitFor();
    },
  },
  {
    name: "reading",
    search: "channel=voice",
    room: "desk",
    reach: async (screen) => {
      await screen.open();
      await screen.page.keyboard.press("r");
      await screen.transcript.waitFor();
    },
  },
  { name: "panel, loading", search: "open=fault-hang", isWaiting: true },
  { name: "panel, failed", search: "open=fault-503" },
  { name: "panel, not there", search: `open=${gone}` },
]);
