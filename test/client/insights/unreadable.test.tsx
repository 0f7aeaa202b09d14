import { renderHook, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { exploreFields } from "../../../client/charts/explore/explore.ts";
import { useExplore } from "../../../client/charts/explore/use-explore.ts";
import { useTrend } from "../../../client/charts/trend/use-trend.ts";
import { defaultView, type View } from "../../../client/view/view.ts";
import { hang, json } from "../../support/servers/replies.ts";
import { absent, account, fields, pin } from "./counted-account.ts";
import { serveFakeUpstream } from "./pages-base.ts";
import { queries } from "./queries.tsx";

const server = serveFakeUpstream();

const day = "DateCreated.day";
const choices = exploreFields(account, fields);

const view: View = { ...defaultView("UTC"), explore: { measure: "Count", dimension: day } };
const ticked: View = { ...view, chosen: { ...view.chosen, channel: ["voice"] } };

test.each([
  ["a trend", (shown: View) => useTrend(shown, fields, pin, absent, { sentiment: absent })],
  ["a chart of one's own", (shown: View) => useExplore(shown, fields, pin, choices)],
])("%s that cannot be read says so, and a tick does not have it drawn without end", async (_, use) => {
  server.reply(json({ items: [{ [day]: "in spring", Count: 1 }], meta: {} }));
  const { wrapper } = queries();
  let drawn = 0;
  const hook = renderHook(
    (shown: View) => {
      drawn += 1;
      return use(shown);
    },
    { wrapper, initialProps: view },
  );
  await waitFor(() => expect(hook.result.current?.status).toBe("failed"));
  server.reply(hang);
  const before = drawn;
  hook.rerender(ticked);
  await server.arrived(server.received.length);
  expect(drawn - before).toBeLessThan(10);
});
