import { expect, it } from "vitest";
import { createAccount } from "../../../server/stand-in/account.ts";
import { Params } from "../../../server/stand-in/compile/params.ts";
import { now } from "./support.ts";

it("a query that nobody waits for any more is interrupted", async () => {
  const account = await createAccount({ conversations: 10, now });
  const controller = new AbortController();
  // It would take days.
  const endless = account.query(
    "SELECT count(*) FROM range(100000000) a, range(100000000) b WHERE a.range + b.range < 0",
    new Params(),
    controller.signal,
  );
  setTimeout(() => controller.abort(), 200);
  await expect(endless).rejects.toThrow(/interrupt/i);
  await expect(account.query("SELECT 1", new Params(), controller.signal)).rejects.toThrow("abort");
  expect((await account.query("SELECT 1", new Params())).rows).toEqual([[1]]);
  account.close();
});
