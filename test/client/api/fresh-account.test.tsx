import { useQuery } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { z } from "zod";
import { accountQuery } from "../../../client/api/account.ts";
import { useFreshAccount } from "../../../client/api/fresh-account.ts";
import { ask } from "../../../client/api/http.ts";
import { json } from "../../support/servers/replies.ts";
import { serveFakeUpstream } from "../insights/pages-base.ts";
import { queries } from "../insights/queries.tsx";

const server = serveFakeUpstream();

/** How often the account was asked for. */
const asked = () => server.received.filter(({ path }) => path === "/api/account").length;

test("an answer that tells of more than is known has the account asked for again, once for each such number", async () => {
  let known = 3;
  let told = "3";
  server.reply((response, received) => {
    const account = { mode: "sample", account: "…0001", fields: {}, known, version: "1" };
    const answer = received.path === "/api/account" ? json(account) : json({}, 200, { "x-earshot-known": told });
    return answer(response, received);
  });
  const { result } = renderHook(
    () => {
      const { data } = useQuery(accountQuery);
      useFreshAccount(data?.known);
      return data?.known;
    },
    { wrapper: queries().wrapper },
  );
  const answer = (header: string) =>
    act(async () => {
      told = header;
      await ask(z.object({}), "/api/query");
    });
  await waitFor(() => expect(result.current).toBe(3));
  await answer("3");
  expect(asked()).toBe(1);

  known = 4;
  await answer("4");
  await waitFor(() => expect(result.current).toBe(4));
  expect(asked()).toBe(2);

  // An answer that was slow tells of less: the account is looked at once, and stays.
  await answer("3");
  await waitFor(() => expect(asked()).toBe(3));
  await answer("3");
  await answer("nonsense");
  expect([result.current, asked()]).toEqual([4, 3]);
});
