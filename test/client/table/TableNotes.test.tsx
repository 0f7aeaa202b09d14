import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { TableNotes } from "../../../client/table/TableNotes.tsx";

function show(...notes: string[]): void {
  render(
    <MantineProvider env="test">
      <TableNotes notes={notes} />
    </MantineProvider>,
  );
}

test("of many notes two stand under the list, and the others come with a press and go with the next", async () => {
  show("One.", "Two.", "Three.", "Four.");
  const note = screen.getByRole("note");
  expect(note.textContent).toBe("One. Two.2 more notes");
  await userEvent.click(screen.getByRole("button", { name: "2 more notes", expanded: false }));
  expect(note.textContent).toBe("One. Two. Three. Four.Fewer notes");
  await userEvent.click(screen.getByRole("button", { name: "Fewer notes", expanded: true }));
  expect(note.textContent).toBe("One. Two.2 more notes");
});

test("a few notes have nothing to press", () => {
  show("One.", "Two.", "Three.");
  expect(screen.getByRole("note").textContent).toBe("One. Two. Three.");
  expect(screen.queryByRole("button")).toBeNull();
});
