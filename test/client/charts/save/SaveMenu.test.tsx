import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { SaveMenu, ViewWordsContext } from "../../../../client/charts/save/SaveMenu.tsx";

afterEach(() => vi.unstubAllGlobals());

it("says that a picture could not be saved, until the menu is opened again", async () => {
  const user = userEvent.setup({ delay: null });
  class PictureUrl extends URL {
    static override createObjectURL = () => "blob:1";
    static override revokeObjectURL = () => undefined;
  }
  vi.stubGlobal("URL", PictureUrl);
  vi.stubGlobal(
    "Image",
    class {
      decode = () => Promise.reject(new Error("No memory is left."));
    },
  );
  render(
    <MantineProvider env="test">
      <ViewWordsContext value={{ name: ["range"], lines: [] }}>
        <SaveMenu
          title="Conversations by language"
          lines={[]}
          figure={() => ({ height: 1, marks: [], legend: [] })}
          sheet={() => []}
        />
      </ViewWordsContext>
    </MantineProvider>,
  );
  expect(screen.queryByRole("alert")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Conversations by language: download" }));
  await user.click(await screen.findByRole("menuitem", { name: "Image (PNG)" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Couldn’t save the image.");
  await user.click(screen.getByRole("button", { name: "Conversations by language: download" }));
  expect(screen.queryByRole("alert")).toBeNull();
});
