import { renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { useNewCount } from "../../../client/insights/use-new-count.ts";
import { withChosen } from "../../../client/view/choose.ts";
import type { Pin } from "../../../client/view/pin.ts";
import { defaultView } from "../../../client/view/view.ts";
import { findFields } from "../../../contract/fields.ts";
import { reference } from "../../contract/samples.ts";
import { type FakeUpstream, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { page } from "../../support/servers/replies.ts";
import { servePageFrom } from "./pages-base.ts";
import { queries } from "./queries.tsx";

const at = Date.parse("2026-11-22T13:20:00Z");
const pin: Pin = { id: 1, at, window: { from: at - 7 * 86_400_000, to: at } };
const view = withChosen(defaultView("UTC"), "channel", ["voice"]);
const fields = findFields(reference);

let server: FakeUpstream;

beforeEach(async () => {
  server = await startFakeUpstream();
  servePageFrom(server.url);
  let count = 40;
  server.reply((response, received) => {
    const answer = page([{ "Conversation.Count": count }])(response, received);
    count += 12;
    return answer;
  });
});

afterEach(async () => {
  servePageFrom(undefined);
  await server.close();
});

function look(every: number | undefined, of = pin) {
  const { wrapper } = queries();
  return renderHook(() => useNewCount(view, fields, of, every), { wrapper }).result;
}

test("What has come since the pin is counted under the view's filters, over the last hour only", async () => {
  const result = look(3_600_000);
  await waitFor(() => expect(result.current).toBe(12));
  const [before, after] = server.received.map(({ body }) => body);
  expect(server.received).toHaveLength(2);
  for (const body of [before, after]) {
    expect(body).toContain('"values":["voice"]');
    expect(body).toContain("2026-11-22T12:19:59.999Z");
    expect(body).not.toContain("dimensions");
  }
  expect(before).toContain("2026-11-22T13:20:00.000Z");
});

test("It is looked for again and again, and the former count stays the same", async () => {
  const result = look(20);
  await waitFor(() => expect(result.current).toBeGreaterThanOrEqual(36));
  const ends = server.received.filter(({ body }) => body.includes("2026-11-22T13:20:00.000Z"));
  expect(ends).toHaveLength(1);
});

test("Nothing is asked on request only, and nothing for a time that is over", () => {
  expect(look(undefined).current).toBe(0);
  expect(look(20, { ...pin, window: { from: 0, to: at - 1 } }).current).toBe(0);
  expect(server.received).toHaveLength(0);
});
