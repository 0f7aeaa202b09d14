import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { exportListSchema } from "../../../contract/export-status.ts";
import { exportPaths } from "../../../server/exports/keep/folders.ts";
import { planKey, renderPlan } from "../../../server/exports/render/plan.ts";
import { createRenderings } from "../../../server/exports/render/render-file.ts";
import { post, problemOf } from "../setup.ts";
import { begin, ended, onDisk, order, type Stage, stage } from "./support.ts";

async function one(
  rows: number,
  quota?: number,
): Promise<Stage & { id: string; file(query: string): Promise<Response> }> {
  const set = await stage({ rows }, quota === undefined ? {} : { exportQuotaBytes: quota });
  const id = await begin(set.proxy.url, { ...order, format: "ndjson" });
  await ended(set.proxy.url, id);
  return { ...set, id, file: (query) => fetch(`${set.proxy.url}/api/exports/${id}/file?${query}`) };
}

test("a file's columns are those of the snapshot, each once", async () => {
  const { file } = await one(30);
  for (const query of ["column=Nothing", "column=Id&column=Id", "column=Id&column=__proto__"]) {
    expect(await problemOf(await file(`format=csv&${query}`)), query).toMatchObject({ httpStatusCode: 400 });
  }
  expect((await (await file("format=csv&column=Score&column=Id")).text()).split("\r\n")[0]).toBe(
    "Score,Conversation ID",
  );
});

test("however many files are asked for, few are kept: those that were used last", async () => {
  const { file, folder, id } = await one(30);
  const zones = Intl.supportedValuesOf("timeZone").slice(0, 20);
  await file("format=csv&zone=UTC");
  for (const zone of zones) {
    expect((await file(`format=csv&zone=${zone}`)).status).toBe(200);
    await file("format=csv&zone=UTC");
  }
  const { renderings } = exportPaths(join(folder, "exports"), id);
  const names = await readdir(renderings);
  expect(names).toHaveLength(8);
  const { manifest } = await onDisk(folder, id);
  const key = (zone: string) => planKey(renderPlan(manifest, { format: "csv", zone }), manifest);
  expect(names).toContain(key("UTC"));
  expect(names).toContain(key(zones.at(-1) ?? ""));
  expect(names).not.toContain(key(zones[0] ?? ""));
});

test("files take room, and go before anything is refused for the want of it", async () => {
  const measured = await one(300);
  const rows = Buffer.byteLength((await onDisk(measured.folder, measured.id)).rows);
  const csv = (await (await measured.file("format=csv")).arrayBuffer()).byteLength;
  // Room for the rows, their manifest and two files.
  const { file, folder, id, proxy } = await one(300, Math.round(rows + 2.5 * csv));
  for (const zone of ["UTC", "Asia/Tokyo", "Asia/Kolkata", "America/New_York", "America/Lima"])
    expect((await file(`format=csv&zone=${zone}`)).status).toBe(200);
  const { renderings } = exportPaths(join(folder, "exports"), id);
  expect((await readdir(renderings)).length).toBeLessThan(4);
  let refusal: Response | undefined;
  for (let count = 0; count < 9 && !refusal; count += 1) {
    const response = await post(`${proxy.url}/api/exports`, { ...order, format: "ndjson" });
    if (response.status === 201) await ended(proxy.url, (await response.json()).id);
    else refusal = response;
  }
  expect(refusal && (await problemOf(refusal))).toMatchObject({ httpStatusCode: 507, key: "exportQuota" });
  expect(await readdir(renderings)).toEqual([]);
  expect(await problemOf(await file("format=csv"))).toMatchObject({ httpStatusCode: 507 });
  expect((await file("format=ndjson")).status).toBe(200);
});

test("more files at once than are written side by side are refused with a sentence", async () => {
  const { folder, id } = await one(30);
  const { manifest } = await onDisk(folder, id);
  const paths = exportPaths(join(folder, "exports"), id);
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const renderings = createRenderings({ checkRoom: () => held, onChange: () => undefined });
  const file = (zone: string) => renderings.file(renderPlan(manifest, { format: "csv", zone }), manifest, paths);
  const [ninth = "", ...zones] = Intl.supportedValuesOf("timeZone").slice(0, 9);
  const waiting = zones.map(file);
  await expect(file(ninth)).rejects.toMatchObject({ problem: { httpStatusCode: 503, code: 90503, key: "busyFiles" } });
  letGo();
  await Promise.all(waiting);
  expect(await file(ninth)).toContain(paths.renderings);
});

test("no more exports run or are kept than may", async () => {
  const limits = { kept: 3, running: 2, followers: 2 };
  const { proxy, upstream } = await stage({ rows: 30 }, { exportLimits: limits });
  const first = await begin(proxy.url);
  await ended(proxy.url, first);
  upstream.trouble(() => new Promise(() => {}));
  const second = await begin(proxy.url);
  const third = await begin(proxy.url);
  const ask = () => post(`${proxy.url}/api/exports`, order);
  expect(await problemOf(await ask())).toMatchObject({ httpStatusCode: 503, key: "busyExports" });
  await post(`${proxy.url}/api/exports/${second}/cancel`, {});
  expect(await problemOf(await ask())).toMatchObject({ httpStatusCode: 507, key: "exportsKept" });
  await fetch(`${proxy.url}/api/exports/${first}`, { method: "DELETE" });
  const fourth = await begin(proxy.url);
  const resumed = await post(`${proxy.url}/api/exports/${second}/resume`, {});
  expect(await problemOf(resumed)).toMatchObject({ httpStatusCode: 503, key: "busyExports" });
  for (const id of [third, fourth]) await post(`${proxy.url}/api/exports/${id}/cancel`, {});
});

test("however many are asked for at once, no more run than may", async () => {
  const { proxy, upstream } = await stage({ rows: 1 }, { exportLimits: { kept: 99, running: 3, followers: 9 } });
  upstream.trouble(() => new Promise(() => {}));
  const answers = await Promise.all(Array.from({ length: 8 }, () => post(`${proxy.url}/api/exports`, order)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 503, 503, 503, 503, 503]);
});

test("no more screens follow the exports than may, and one that goes makes room", async () => {
  const { proxy } = await stage({ rows: 1 }, { exportLimits: { kept: 9, running: 9, followers: 1 } });
  const url = `${proxy.url}/api/exports/events`;
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  expect((await fetch(url, { signal: controller.signal })).status).toBe(200);
  expect(await problemOf(await fetch(url))).toMatchObject({ httpStatusCode: 503, key: "busyFollowers" });
  controller.abort();
  await expect
    .poll(async () => {
      const answer = await fetch(url);
      await answer.body?.cancel();
      return answer.status;
    })
    .toBe(200);
});

test("the list comes in pages, each export once, those that run on the first", async () => {
  const { proxy, upstream } = await stage({ rows: 1 });
  upstream.trouble(() => new Promise(() => {}));
  const running = await begin(proxy.url);
  await upstream.arrived(1);
  upstream.trouble(undefined);
  const ids: string[] = [];
  for (let count = 0; count < 7; count += 1) {
    const id = await begin(proxy.url);
    await ended(proxy.url, id);
    ids.unshift(id);
  }
  const page = async (query: string) =>
    exportListSchema.parse(await (await fetch(`${proxy.url}/api/exports?limit=3${query}`)).json());
  const first = await page("");
  expect(first.items.map(({ id }) => id)).toEqual([...ids.slice(0, 3), running]);
  expect(first.total).toBe(8);
  const second = await page(`&after=${first.next}`);
  const third = await page(`&after=${second.next}`);
  expect([...second.items, ...third.items].map(({ id }) => id)).toEqual([...ids.slice(3), running]);
  expect(third.next).toBeUndefined();
  for (const query of ["&limit=0", "&limit=1000", "&after=a&after=b", "&after=nothing", "&what=1"]) {
    expect((await fetch(`${proxy.url}/api/exports?${query.slice(1)}`)).status, query).toBe(400);
  }
});
