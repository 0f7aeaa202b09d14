import { fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type FakeUpstream, startFakeUpstream } from "../../../support/servers/fake-upstream.ts";
import { page } from "../../../support/servers/replies.ts";
import { servePageFrom } from "../../insights/pages-base.ts";
import { column, renderTable, stubLayout } from "../table-page.tsx";

let server: FakeUpstream;

beforeEach(async () => {
  stubLayout();
  server = await startFakeUpstream();
  servePageFrom(server.url);
});

afterEach(async () => {
  servePageFrom(undefined);
  await server.close();
});

/** What Ctrl+C takes when a person has dragged from one cell, past so many letters of it, into another. */
function copied(
  from: [row: number, cell: number, letters: number],
  to: [row: number, cell: number],
): string | undefined {
  const cells = (row: number) => screen.getByRole("grid").querySelectorAll(`tr[aria-rowindex="${row + 2}"] td`);
  const textIn = (cell: Element | undefined) =>
    cell && document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode();
  const [start, end] = [textIn(cells(from[0])[from[1]]), textIn(cells(to[0])[to[1]])];
  if (!start || !end) throw new Error("There is no such cell.");
  document.getSelection()?.setBaseAndExtent(start, from[2], end, 1);
  const setData = vi.fn<(type: string, text: string) => void>();
  fireEvent.copy(start.parentElement ?? document.body, { clipboardData: { setData } });
  return setData.mock.calls[0]?.[1];
}

test("marked cells are copied whole with tabs between them, a row a line; a piece of one cell as it is", async () => {
  server.reply(
    page(
      [
        { Channels: ["api", "voice"], Mood: "positive", Name: "first\tone" },
        { Channels: ["sms", "chat", "email", "voice"], Mood: null, Name: "second" },
        { Channels: ["chat"], Mood: "negative", Name: "third" },
      ],
      null,
    ),
  );
  renderTable({ columns: [column("channel", "Channels"), column("sentiment", "Mood"), column("text", "Name")] });
  await screen.findByText("third");
  expect(copied([0, 0, 1], [2, 1])).toBe(
    "API, Voice\tPositive\tfirst one\nSMS, Chat, Email, Voice\t\tsecond\nChat\tNegative",
  );
  expect(copied([1, 1, 0], [1, 2])).toBe("\tsecond");
  expect(copied([0, 2, 0], [0, 2])).toBeUndefined();
});
