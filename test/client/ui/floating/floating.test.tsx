import { Button } from "@mantine/core";
import { screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";
import { DropDown } from "../../../../client/ui/floating/DropDown.tsx";
import { Hint } from "../../../../client/ui/floating/Hint.tsx";
import { showFilters } from "../../filters/screen.tsx";

const button = () => screen.getByRole("button", { name: "Open" });

function OneDropDown() {
  const [opened, setOpened] = useState(false);
  return (
    <DropDown
      opened={opened}
      onChange={setOpened}
      trapFocus
      returnFocus
      button={(opener) => (
        <Button {...opener} onClick={() => setOpened(!opened)}>
          Open
        </Button>
      )}
    >
      <input aria-label="Inside" />
    </DropDown>
  );
}

test("A dialog that hangs at a button has the focus from its first time on, and gives it back", async () => {
  const { user } = showFilters(() => <OneDropDown />);
  expect(button().getAttribute("aria-haspopup")).toBe("dialog");
  await user.tab();
  for (const _time of [1, 2]) {
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "Open" });
    expect(dialog.id).toBe(button().getAttribute("aria-controls"));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Inside")));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(document.activeElement).toBe(button()));
    expect(screen.queryByRole("dialog")).toBeNull();
  }
  await user.click(button());
  await screen.findByRole("dialog");
  await user.click(document.body);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("A hint is read with its element while it is pointed at, and taken away by Escape", async () => {
  const { user } = showFilters(() => <Hint label="Until 14:05">{(hinted) => <Button {...hinted}>Open</Button>}</Hint>);
  expect(screen.queryByText("Until 14:05")).toBeNull();
  await user.hover(button());
  const text = await screen.findByText("Until 14:05");
  expect(button().getAttribute("aria-describedby")).toBe(text.id);
  expect(screen.getByRole("tooltip").textContent).toBe("Until 14:05");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByText("Until 14:05")).toBeNull());
  expect(button().getAttribute("aria-describedby")).toBeNull();
  await user.unhover(button());
  await user.hover(button());
  await screen.findByText("Until 14:05");
  await user.unhover(button());
  await waitFor(() => expect(screen.queryByText("Until 14:05")).toBeNull());
});
