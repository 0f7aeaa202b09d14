import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { long } from "../../support/long.ts";
import { post } from "../setup.ts";
import { begin, ended, onDisk, sha256, stage, statusOf } from "./support.ts";

const retentionMs = 150;

function send(url: string, id: string, what: "resume" | "cancel") {
  return post(`${url}/api/exports/${id}/${what}`, {});
}

/** An export that was stopped before its first row, and whose time is over. */
async function expired(url: string): Promise<string> {
  const id = await begin(url);
  await send(url, id, "cancel");
  expect((await statusOf(url, id)).state).toBe("stopped");
  await sleep(retentionMs + 20);
  return id;
}

test("an export that is resumed while expired ones are removed goes on whole, or is gone: never half of both", async () => {
  const upstream = { rows: 300, largestPage: 100 };
  const { proxy, folder, upstream: account } = await stage(upstream, { exportRetentionMs: retentionMs });
  for (let round = 0; round < long(8, 200); round += 1) {
    account.trouble(() => sleep(50, undefined));
    const id = await expired(proxy.url);
    account.trouble(undefined);
    // Beginning another export cleans up first.
    const clean = () => begin(proxy.url);
    const resume = () => send(proxy.url, id, "resume");
    const [answer] =
      round % 2 === 0 ? await Promise.all([resume(), clean()]) : (await Promise.all([clean(), resume()])).reverse();
    const isResumed = answer instanceof Response && answer.ok;
    const path = join(folder, "exports", id);
    if (!isResumed) {
      expect(await (await fetch(`${proxy.url}/api/exports/${id}`)).json()).toMatchObject({ key: "exportAbsent" });
      await expect.poll(() => existsSync(path)).toBe(false);
      continue;
    }
    // Not waited for by its file, which would be gone as soon as it is there.
    await expect.poll(() => existsSync(join(path, "manifest.json"))).toBe(true);
    await expect.poll(async () => (await onDisk(folder, id)).manifest.state).toBe("complete");
    expect(sha256((await onDisk(folder, id)).rows)).toBe(sha256(account.spool()));
  }
});

test("an export that is resumed twice at once runs once", async () => {
  const { proxy, folder, upstream } = await stage({ rows: 1200, largestPage: 100 });
  upstream.trouble(() => sleep(30, undefined));
  const id = await begin(proxy.url);
  await send(proxy.url, id, "cancel");
  const answers = await Promise.all([1, 2, 3].map(() => send(proxy.url, id, "resume")));
  expect(answers.map(({ ok }) => ok).filter(Boolean)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(2);
  expect(await ended(proxy.url, id)).toMatchObject({ state: "complete", rows: 1200 });
  expect(sha256((await onDisk(folder, id)).rows)).toBe(sha256(upstream.spool()));
});
