import { useQueries, useQuery } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { fromQuery } from "../../../client/api/async.ts";
import { failureText } from "../../../client/api/errors.ts";
import { ask } from "../../../client/api/http.ts";
import { retryAll, useOnRetry, useRetryFailed } from "../../../client/api/retry-failed.ts";
import type { Reply } from "../../support/servers/fake-upstream.ts";
import { json, twilioError } from "../../support/servers/replies.ts";
import { serveFakeUpstream } from "../insights/pages-base.ts";
import { queries } from "../insights/queries.tsx";

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

test("what failed is asked for again when the browser is connected again, and the cause stays the one that it was", async () => {
  const gone: Reply = (response) => void response.destroy();
  server.reply(gone, gone, json({}));
  const isOnline = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  const { result } = renderHook(
    () => {
      useRetryFailed(1);
      return useQuery({ queryKey: ["one"], queryFn: () => ask(z.object({}), "/api/query") });
    },
    { wrapper: queries().wrapper },
  );
  await waitFor(() => expect(result.current.isError).toBe(true));
  isOnline.mockReturnValue(true);
  expect(failureText(result.current.error).title).toBe("You’re offline");
  server.reply(json({}));
  act(() => void window.dispatchEvent(new Event("online")));
  await waitFor(() => expect(result.current.isSuccess).toBe(true));
});

test("one press is for all that failed, also for a list whose next page failed, and asks for nothing twice", async () => {
  server.reply(twilioError(503), twilioError(503), json({}));
  const heard = vi.fn();
  const { result } = renderHook(
    () => {
      useRetryFailed(1);
      useOnRetry(heard);
      const all = ["one", "two"].map((name) => ({
        queryKey: [name],
        queryFn: () => ask(z.object({}), `/api/query?${name}`),
      }));
      return { answers: useQueries({ queries: all }) };
    },
    { wrapper: queries().wrapper },
  );
  await waitFor(() => expect(result.current.answers.every(({ isError }) => isError)).toBe(true));
  act(() => {
    void result.current.answers[0]?.refetch();
    retryAll();
  });
  await waitFor(() => expect(result.current.answers.every(({ isSuccess }) => isSuccess)).toBe(true));
  expect(heard).toHaveBeenCalledTimes(1);
  expect(server.received.map(({ path }) => path).sort()).toEqual(
    ["one", "one", "two", "two"].map((name) => `/api/query?${name}`),
  );
});

test("what is on the screen stays when it is asked for again in vain", async () => {
  server.reply(json({ a: 1 }), twilioError(503));
  const { result } = renderHook(
    () => useQuery({ queryKey: ["one"], queryFn: () => ask(z.object({ a: z.number() }), "/api/query") }),
    { wrapper: queries().wrapper },
  );
  await waitFor(() => expect(result.current.isSuccess).toBe(true));
  await act(async () => void (await result.current.refetch()));
  await waitFor(() => expect(result.current.isError).toBe(true));
  expect(fromQuery(result.current)).toMatchObject({ status: "ready", data: { a: 1 } });
});
