import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { CopyLink } from "../../../client/saved/CopyLink.tsx";
import { parseView } from "../../../client/view/url.ts";
import { defaultView } from "../../../client/view/view.ts";
import { showFilters } from "../filters/screen.tsx";
import { at } from "../filters/support.ts";

const view = defaultView("Europe/Berlin");
const window = { from: at("2026-11-15T23:00:00Z"), to: at("2026-11-22T13:05:30Z") };

async function show(first = view) {
  const shown = showFilters((now) => <CopyLink view={now} window={window} />, first);
  await shown.user.click(screen.getByRole("button", { name: "Copy link" }));
  await screen.findByRole("dialog");
  return shown;
}

/** The copied link as someone in another zone reads it. */
async function read() {
  return parseView(new URL(await navigator.clipboard.readText()).search, "Asia/Kathmandu");
}

test("A link with moving time says the same as the view, zone and all", async () => {
  const { user } = await show();
  await user.click(screen.getByRole("button", { name: /^Link with rolling range/ }));
  expect(await screen.findByText("Link copied.")).toBeTruthy();
  expect(await read()).toEqual({ view, notes: [] });
});

test("A link with fixed time has the times that are on the screen", async () => {
  const { user } = await show();
  await user.click(screen.getByRole("button", { name: /^Link with fixed range/ }));
  await screen.findByText("Link copied.");
  const range = { kind: "fixed", from: "2026-11-16T00:00", to: "2026-11-22T14:05:30.000" };
  expect(await read()).toEqual({ view: { ...view, range }, notes: [] });
});

test("A fixed range has no moving link", async () => {
  await show({ ...view, range: { kind: "fixed", from: "2026-11-01", to: "2026-11-02" } });
  expect(screen.queryByRole("button", { name: /^Link with rolling range/ })).toBeNull();
});

test("Where the page may not copy, the link is there to be copied by hand", async () => {
  const { user } = await show();
  Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
  await user.click(screen.getByRole("button", { name: /^Link with rolling range/ }));
  const link = await screen.findByRole<HTMLInputElement>("textbox", { name: "Copy the link from here" });
  expect(new URL(link.value).searchParams.get("tz")).toBe("Europe/Berlin");
});
