import { useQuery } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { allPagesQuery } from "../../../client/api/all-pages.ts";
import { fromQuery, isUpdating } from "../../../client/api/async.ts";
import { useFreshFigures } from "../../../client/api/fresh-figures.ts";
import { noteKnowledgeVersion } from "../../../client/api/knowledge-version.ts";
import { separateBreakdown } from "../../../client/insights/separate.ts";
import { defaultView } from "../../../client/view/view.ts";
import { knownHeader } from "../../../contract/account.ts";
import { findFields } from "../../../contract/fields.ts";
import { cube, metadata } from "../../contract/samples.ts";
import { json } from "../../support/servers/replies.ts";
import { serveFakeUpstream } from "../insights/pages-base.ts";
import { queries } from "../insights/queries.tsx";

const fields = findFields(metadata(cube("Conversation", ["Count"], ["Id", "Channel", ["DateCreated", "time"]])));
const window = { from: Date.parse("2026-11-01T00:00Z"), to: Date.parse("2026-11-08T00:00Z") };
const request = { query: { measures: ["Count"], dimensions: ["Status"] } };
// It stands where the page's own server does.
const server = serveFakeUpstream();
/** What the server says it knows, and how many conversations it counts. */
let [known, count] = [0, 0];

beforeEach(() => {
  [known, count] = [0, 1];
  noteKnowledgeVersion(new Headers({ [knownHeader]: "0" }));
});

function answer(earshot?: object): void {
  server.reply((response, received) => {
    const more = earshot ? { earshot } : {};
    const reply = json({ items: [{ Channel: "sms", Status: "open", Count: count }], meta: {}, ...more }, 200, {
      [knownHeader]: String(known),
    });
    return reply(response, received);
  });
}

type Props = { known: number; pinId?: number };

function show(): { render: (props: Props) => void; counts: () => unknown[]; isUpdating: () => boolean } {
  const { wrapper } = queries();
  const { rerender, result } = renderHook(
    ({ known: ofAccount, pinId = 1 }: Props) => {
      useFreshFigures(ofAccount, pinId);
      const whole = useQuery(allPagesQuery(request, pinId));
      const pin = { id: pinId, at: window.to, window };
      const split = useQuery(separateBreakdown("channel", { kind: "all" }, defaultView("UTC"), fields, pin, false));
      return {
        counts: [whole.data?.rows[0]?.["Count"], split.data?.entries[0]?.count],
        isUpdating: isUpdating(fromQuery(whole)),
      };
    },
    { wrapper, initialProps: { known: 0 } },
  );
  return { render: rerender, counts: () => result.current.counts, isUpdating: () => result.current.isUpdating };
}

/** The server knows more, counts otherwise, and the account is asked for anew. */
function learn(render: (props: Props) => void, pinId = 1): void {
  known += 1;
  count += 1;
  render({ known, pinId });
}

test("figures from before more was known are asked for again, and so is what is made of them; six times for a pin", async () => {
  answer();
  const { render, counts } = show();
  await waitFor(() => expect(counts()).toEqual([1, 1]));
  for (const times of [2, 3, 4, 5, 6, 7]) {
    learn(render);
    await waitFor(() => expect(counts()).toEqual([times, times]));
  }
  const before = server.received.length;
  learn(render);
  // Another pin is asked for anyway, and has its own six times.
  render({ known, pinId: 2 });
  await waitFor(() => expect(counts()).toEqual([8, 8]));
  const perPin = server.received.length - before;
  learn(render, 2);
  await waitFor(() => expect(counts()).toEqual([9, 9]));
  // All four: by status, by channel, the population, and those that have a channel.
  expect(server.received.length - before).toBe(2 * perPin);
  expect(perPin).toBe(4);
});

test("figures are being updated from the moment that they are asked for again", async () => {
  answer();
  const { render, counts, isUpdating } = show();
  await waitFor(() => expect(counts()).toEqual([1, 1]));
  expect(isUpdating()).toBe(false);
  let go = (): void => undefined;
  const held = new Promise<void>((done) => {
    go = done;
  });
  server.reply(async (response, received) => {
    await held;
    const items = [{ Channel: "sms", Status: "open", Count: count }];
    return json({ items, meta: {} }, 200, { [knownHeader]: String(known) })(response, received);
  });
  learn(render);
  await waitFor(() => expect(isUpdating()).toBe(true));
  expect(counts()).toEqual([1, 1]);
  go();
  await waitFor(() => expect(counts()).toEqual([2, 2]));
  expect(isUpdating()).toBe(false);
});

test("figures with marks were understood, and stay", async () => {
  answer({ notes: [{ text: "Added up from hours." }] });
  const { render, counts } = show();
  await waitFor(() => expect(counts()).toEqual([1, 1]));
  const before = server.received.length;
  learn(render);
  render({ known, pinId: 2 });
  await waitFor(() => expect(counts()).toEqual([2, 2]));
  expect(server.received.length).toBe(before + 4);
});

test("figures that are on their way when more becomes known are waited for, and asked for again", async () => {
  const open: (() => void)[] = [];
  answer();
  const { render, counts } = show();
  await waitFor(() => expect(counts()).toEqual([1, 1]));
  server.reply(async (response, received) => {
    const old = count;
    if (open.length < 2) await new Promise<void>((done) => open.push(done));
    const items = [{ Channel: "sms", Status: "open", Count: old }];
    return json({ items, meta: {} }, 200, { [knownHeader]: String(known) })(response, received);
  });
  render({ known, pinId: 2 });
  await waitFor(() => expect(open).toHaveLength(2));
  learn(render, 2);
  for (const go of open) go();
  await waitFor(() => expect(counts()).toEqual([2, 2]));
});
