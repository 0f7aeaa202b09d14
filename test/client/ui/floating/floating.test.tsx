import { Button, Menu } from "@mantine/core";
import { screen, waitFor } from "@testing-library/react";
import { type ComponentType, useState } from "react";
import { expect, test } from "vitest";
import { DropDown } from "../../../../client/ui/floating/DropDown.tsx";
import { FloatingMenu } from "../../../../client/ui/floating/FloatingMenu.tsx";
import { Hint } from "../../../../client/ui/floating/Hint.tsx";
import { MenuButton } from "../../../../client/ui/floating/MenuButton.tsx";
import type { Hanging } from "../../../../client/ui/floating/use-opener.ts";
import { lazyPart } from "../../../../client/ui/lazy-part.tsx";
import { showFilters } from "../../filters/screen.tsx";

function Items({ onPick, ...hanging }: Hanging & { onPick: (item: string) => void }) {
  return (
    <FloatingMenu {...hanging} position="bottom-end">
      <Menu.Item onClick={() => onPick("one")}>One</Menu.Item>
      <Menu.Item onClick={() => onPick("two")}>Two</Menu.Item>
    </FloatingMenu>
  );
}

type Part = ComponentType<Parameters<typeof Items>[0]>;

/** A menu whose file comes when the test lets it come. */
function showMenu() {
  let arrive = (): void => {};
  const asked = new Promise<Part>((resolve) => {
    arrive = () => resolve(Items);
  });
  let times = 0;
  const LazyItems = lazyPart(
    () => {
      times += 1;
      return asked;
    },
    () => null,
  );
  const picked: string[] = [];
  const { user } = showFilters(() => (
    <MenuButton
      load={LazyItems.load}
      button={(opener) => <Button {...opener}>Open</Button>}
      menu={(hanging) => <LazyItems {...hanging} onPick={(item) => picked.push(item)} />}
    />
  ));
  return { user, picked, times: () => times, arrive };
}

const button = () => screen.getByRole("button", { name: "Open" });

test("A press before the menu is there opens it when it is, and the button says so from the start", async () => {
  const { user, picked, arrive } = showMenu();
  expect(button().getAttribute("aria-haspopup")).toBe("menu");
  expect(button().getAttribute("aria-expanded")).toBe("false");
  await user.click(button());
  expect(button().getAttribute("aria-expanded")).toBe("true");
  expect(screen.queryByRole("menu")).toBeNull();
  const pressed = button();
  arrive();
  const menu = await screen.findByRole("menu");
  expect(button()).toBe(pressed);
  expect(menu.id).toBe(pressed.getAttribute("aria-controls"));
  expect(menu.getAttribute("aria-labelledby")).toBe(pressed.id);
  await user.click(screen.getByRole("menuitem", { name: "Two" }));
  expect(picked).toEqual(["two"]);
  await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
  expect(button().getAttribute("aria-expanded")).toBe("false");
});

test("A second press before the menu is there takes the first one back", async () => {
  const { user, arrive } = showMenu();
  await user.click(button());
  await user.click(button());
  arrive();
  await user.hover(document.body);
  expect(button().getAttribute("aria-expanded")).toBe("false");
  expect(screen.queryByRole("menu")).toBeNull();
});

test("By keyboard: the focus has the menu loaded, goes into it, and comes back, also from the first one", async () => {
  const { user, picked, times, arrive } = showMenu();
  expect(times()).toBe(0);
  await user.tab();
  expect(document.activeElement).toBe(button());
  expect(times()).toBe(1);
  arrive();
  for (const item of ["One", "Two"]) {
    await user.keyboard("{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("menuitem", { name: "One" })));
    if (item === "Two") await user.keyboard("{ArrowDown}");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(button()));
  }
  expect(picked).toEqual(["one", "two"]);
  expect(times()).toBe(1);
  await user.keyboard("{Enter}");
  await screen.findByRole("menu");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(button()));
});

test("To point at the button has the menu loaded", async () => {
  const { user, times } = showMenu();
  await user.hover(button());
  expect(times()).toBe(1);
  expect(screen.queryByRole("menu")).toBeNull();
});

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
