import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent, { PointerEventsCheckLevel } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { changeRegion, chosenRegion } from "../../client/browser/region.ts";
import { RegionDialog } from "../../client/dashboard/RegionDialog.tsx";

afterEach(() => changeRegion({ clock: "24", week: "1" }));

function show() {
  vi.spyOn(navigator, "languages", "get").mockReturnValue(["de-DE", "en"]);
  changeRegion({ clock: "12" });
  const onClose = vi.fn();
  render(
    <MantineProvider env="test">
      <RegionDialog onClose={onClose} />
    </MantineProvider>,
  );
  const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
  const choices = (label: string) =>
    [...screen.getByLabelText<HTMLSelectElement>(label).options].map((one) => one.text);
  return { user, onClose, choices };
}

test("every choice is called by what it looks like, and nothing is changed before Save", async () => {
  const { user, onClose, choices } = show();
  expect(choices("Dates")).toEqual([
    "Browser default (29.11.2026)",
    "Nov 29, 2026",
    "29 Nov 2026",
    "29.11.2026",
    "29/11/2026",
    "2026-11-29",
  ]);
  expect(choices("Numbers").slice(0, 3)).toEqual(["Browser default (1.234.567,5)", "1,234,567.5", "1.234.567,5"]);
  expect(choices("Clock")[0]).toBe("Browser default (14:05)");
  expect(choices("Week starts on")).toEqual(["Browser default (Monday)", "Monday", "Sunday", "Saturday"]);
  await user.selectOptions(screen.getByLabelText("Numbers"), "1,234,567.5");
  await user.selectOptions(screen.getByLabelText("Clock"), "Browser default (14:05)");
  expect(chosenRegion()).toEqual({ clock: "12" });
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(chosenRegion()).toEqual({ numbers: "en-US" });
  expect(localStorage.getItem("earshot-region")).toBe('{"numbers":"en-US"}');
  expect(onClose).toHaveBeenCalledOnce();
});
