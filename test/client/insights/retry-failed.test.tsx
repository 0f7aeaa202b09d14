import { useQuery } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { z } from "zod";
import { ask } from "../../../client/insights/http.ts";
import { useRetryFailed } from "../../../client/insights/retry-failed.ts";
import { json, twilioError } from "../../support/servers/replies.ts";
import { serveFakeUpstream } from "./pages-base.ts";
import { queries } from "./queries.tsx";

const server = serveFakeUpstream();

test("what failed is asked for again when more is known of the account, and what came is not", async () => {
  server.reply(twilioError(400), json({}), json({}));
  const { result, rerender } = renderHook(
    ({ known }) => {
      useRetryFailed(known);
      return useQuery({ queryKey: ["one"], queryFn: () => ask(z.object({}), "/api/query") });
    },
    { wrapper: queries().wrapper, initialProps: { known: 1 } },
  );
  await waitFor(() => expect(result.current.isError).toBe(true));
  rerender({ known: 1 });
  expect(server.received).toHaveLength(1);
  rerender({ known: 2 });
  await waitFor(() => expect(result.current.isSuccess).toBe(true));
  rerender({ known: 3 });
  expect(server.received).toHaveLength(2);
});
