import { MantineProvider } from "@mantine/core";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent, { PointerEventsCheckLevel } from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { SettingsMenu } from "../../../client/dashboard/SettingsMenu.tsx";
import { keysShown } from "../../../client/table/keys/keys-shown.ts";
import { changeLook, currentLook } from "../../../client/view/look.ts";
import { usualLook } from "../../../client/view/shared-look.ts";

afterEach(() => {
  changeLook(usualLook);
  keysShown.set({ shown: false, opener: null });
});

async function open() {
  render(
    <MantineProvider env="test">
      <SettingsMenu />
    </MantineProvider>,
  );
  const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
  await user.click(screen.getByRole("button", { name: "Settings" }));
  await screen.findByRole("radiogroup", { name: "Theme" });
  return user;
}

test("Theme, height of the rows and display language are chosen in one menu", async () => {
  const user = await open();
  await user.click(screen.getByRole("radio", { name: "Dark" }));
  expect(document.documentElement.getAttribute("data-mantine-color-scheme")).toBe("dark");
  await user.click(screen.getByRole("radio", { name: "Compact" }));
  expect(currentLook().density).toBe("compact");
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "English" }).checked).toBe(true);
  expect(screen.getByRole("radiogroup", { name: "Display language" })).toBeTruthy();
});

test("It leads to the formats, and to the keys, after which it has the focus", async () => {
  const user = await open();
  await user.click(screen.getByRole("button", { name: /^Formats/ }));
  expect(await screen.findByRole("dialog", { name: "Dates and numbers" })).toBeTruthy();
  await user.keyboard("{Escape}");
  await user.click(screen.getByRole("button", { name: "Settings" }));
  await user.click(await screen.findByRole("button", { name: "Keyboard shortcuts" }));
  expect(keysShown.get()).toEqual({ shown: true, opener: screen.getByRole("button", { name: "Settings" }) });
});

test("Escape closes it, and its button has the focus again", async () => {
  const user = await open();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("radiogroup", { name: "Theme" })).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Settings" }));
});
