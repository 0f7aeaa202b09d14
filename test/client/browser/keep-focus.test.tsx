import { Button, Drawer, MantineProvider, Menu, Modal, Popover } from "@mantine/core";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { keepFocus } from "../../../client/browser/keep-focus.ts";
import { dropDown } from "../../../client/ui/drop-down.ts";

beforeAll(keepFocus);

// The next picture is drawn before the library gives the focus back, as it may be.
beforeEach(() => {
  vi.spyOn(window, "requestAnimationFrame").mockImplementation((draw) => window.setTimeout(draw));
});

type Opened = { opened: boolean; open: () => void; close: () => void };

/** What opens and closes without fading, as in a browser that was asked for less motion. */
function show(draw: (state: Opened) => ReactNode) {
  function Screen() {
    const [opened, setOpened] = useState(false);
    return (
      <MantineProvider env="test">
        <main>{draw({ opened, open: () => setOpened(true), close: () => setOpened(false) })}</main>
      </MantineProvider>
    );
  }
  render(<Screen />);
  return userEvent.setup({ delay: null });
}

const button = (name: string) => screen.getByRole("button", { name });

const kinds: [string, (state: Opened, inside: ReactNode) => ReactNode][] = [
  [
    "a popover",
    ({ opened, open }, inside) => (
      <Popover opened={opened} {...dropDown}>
        <Popover.Target>
          <Button onClick={open}>Open</Button>
        </Popover.Target>
        <Popover.Dropdown>{inside}</Popover.Dropdown>
      </Popover>
    ),
  ],
  [
    "a menu",
    () => (
      <Menu withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button>Open</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item>Close</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    ),
  ],
  [
    "a dialog",
    ({ opened, open, close }, inside) => (
      <>
        <Button onClick={open}>Open</Button>
        <Modal opened={opened} onClose={close} withCloseButton={false}>
          {inside}
        </Modal>
      </>
    ),
  ],
  [
    "a sheet",
    ({ opened, open, close }, inside) => (
      <>
        <Button onClick={open}>Open</Button>
        <Drawer opened={opened} onClose={close} withCloseButton={false} position="bottom">
          {inside}
        </Drawer>
      </>
    ),
  ],
];

test.each(kinds)("%s that is gone at once gives the focus back to what opened it", async (_name, draw) => {
  const user = show((state) => draw(state, <Button onClick={state.close}>Close</Button>));
  const opener = button("Open");
  opener.focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Close"));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(screen.queryByText("Close")).toBeNull());
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  expect(document.activeElement).toBe(opener);
});

test("a dialog that closes with the menu in it gives the focus back to what opened the dialog", async () => {
  const user = show(({ opened, open, close }) => (
    <>
      <Button onClick={open}>Open</Button>
      {opened && (
        <div role="dialog" aria-label="Outer">
          <Menu returnFocus={false} withInitialFocusPlaceholder={false}>
            <Menu.Target>
              <Button>More</Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={close}>Done</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
    </>
  ));
  button("Open").focus();
  await user.keyboard("{Enter}");
  button("More").focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Done"));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  expect(document.activeElement).toBe(button("Open"));
});

test("where what opened a dialog is gone, too, the piece of the page around it has the focus", async () => {
  const user = show(({ opened, open, close }) => (
    <section>
      {!opened && <Button onClick={open}>Open</Button>}
      <Modal opened={opened} onClose={close} returnFocus={false} withCloseButton={false}>
        <Button onClick={close}>Close</Button>
      </Modal>
    </section>
  ));
  button("Open").focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(button("Close")));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(document.activeElement?.tagName).toBe("SECTION"));
});
