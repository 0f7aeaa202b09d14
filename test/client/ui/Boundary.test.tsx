import { MantineProvider } from "@mantine/core";
import { act, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Boundary } from "../../../client/ui/Boundary.tsx";
import { lazyPart } from "../../../client/ui/lazy-part.tsx";

function Words({ text }: { text: string }) {
  if (text === "broken") throw new Error("This text cannot be drawn.");
  return <p>{text}</p>;
}

function Page({ text }: { text: string }) {
  return (
    <MantineProvider env="test">
      <Boundary of={text}>
        <Words text={text} />
      </Boundary>
      <p>The rest</p>
    </MantineProvider>
  );
}

test("a part that breaks says what to do, the rest stays, and another view is tried again", () => {
  // React tells the console of an error that a boundary has caught.
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { rerender } = render(<Page text="broken" />);
  expect(screen.getByRole("alert").textContent).toContain("This section stopped working");
  expect(screen.getByText("Reload").closest("a")?.getAttribute("href")).toBe("");
  screen.getByText("The rest");
  expect(told).toHaveBeenCalled();
  rerender(<Page text="whole" />);
  screen.getByText("whole");
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a part whose elements somebody else took away is drawn anew, and not for ever", () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const page = (word: string, isThere: boolean) => (
    <MantineProvider env="test">
      <Boundary of="view">
        <section aria-label="part">{isThere ? <b>{word}</b> : <i>{word}</i>}</section>
      </Boundary>
    </MantineProvider>
  );
  const { rerender } = render(page("0", true));
  for (let times = 1; times < 4; times += 1) {
    screen.getByLabelText("part").replaceChildren("somebody else's");
    rerender(page(`${times}`, times % 2 === 0));
    expect(screen.getByLabelText("part").textContent).toBe(`${times}`);
  }
  screen.getByLabelText("part").replaceChildren("somebody else's");
  rerender(page("4", true));
  expect(screen.getByRole("alert").textContent).toContain("This section stopped working");
  expect(told).toHaveBeenCalled();
});

test("a lazy part stands in for itself until it is there, and says so where it cannot be loaded", async () => {
  const Part = lazyPart(
    async () => Words,
    () => <p>Waiting</p>,
  );
  const Missing = lazyPart<{ text: string }>(
    () => Promise.reject(new Error("There is no such file.")),
    () => <p>Waiting</p>,
  );
  const { rerender } = render(<MantineProvider env="test">{null}</MantineProvider>);
  await act(async () =>
    rerender(
      <MantineProvider env="test">
        <Part text="first" />
      </MantineProvider>,
    ),
  );
  screen.getByText("first");
  rerender(
    <MantineProvider env="test">
      <Part key="drawn anew" text="second" />
    </MantineProvider>,
  );
  screen.getByText("second");

  vi.spyOn(console, "error").mockImplementation(() => undefined);
  await act(async () =>
    rerender(
      <MantineProvider env="test">
        <Boundary>
          <Missing text="never" />
        </Boundary>
      </MantineProvider>,
    ),
  );
  expect(screen.getByRole("alert").textContent).toContain("Reload");
});
