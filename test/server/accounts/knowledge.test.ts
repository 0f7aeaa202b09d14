import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { knowledgePath, openKnowledge } from "../../../server/accounts/knowledge.ts";

const sid = `AC${"0123456789abcdef".repeat(2)}`;

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "earshot-knowledge-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

function clockAt(start: number) {
  let now = start;
  return {
    clock: { now: () => now, after: () => () => undefined },
    pass: (ms: number) => {
      now += ms;
    },
  };
}

const hour = 3_600_000;
const quiet = () => undefined;

test("what was found out outlives a restart, is believed for a day, and is then found out anew", async () => {
  const path = knowledgePath(await folder(), sid);
  const { clock, pass } = clockAt(Date.parse("2026-11-30T00:00:00Z"));
  const first = await openKnowledge(path, clock, quiet);
  first.learn({ kind: "page-size", most: 100, how: "refused", status: 400, code: 20001 });
  first.learn({ kind: "no-order-by", field: "Channels", how: "guessed" });
  await first.choose("language", "Lang");
  await first.saved();

  const second = await openKnowledge(path, clock, quiet);
  expect(second.findings()).toEqual(first.findings());
  expect(second.find("page-size")).toMatchObject({ most: 100, status: 400 });
  expect(second.chosen()).toEqual({ language: "Lang" });
  pass(25 * hour);
  expect(second.findings()).toEqual([]);
  expect(second.find("page-size")).toBeUndefined();
  // A choice is a person's, and stays.
  expect(second.chosen()).toEqual({ language: "Lang" });
});

test("a newer finding takes the place of the one of its kind and field, and each change is counted", async () => {
  const knowledge = await openKnowledge(undefined, clockAt(0).clock, quiet);
  knowledge.learn({ kind: "page-size", most: 100, how: "guessed" });
  knowledge.learn({ kind: "page-size", most: 50, how: "refused" });
  knowledge.learn({ kind: "no-order-by", field: "A", how: "refused" });
  expect(knowledge.findings().map(({ kind, most }) => [kind, most])).toEqual([
    ["page-size", 50],
    ["no-order-by", undefined],
  ]);
  expect(knowledge.version).toBe(3);
  knowledge.forget("no-order-by", "B");
  expect(knowledge.version).toBe(3);
  knowledge.forget("no-order-by", "A");
  await knowledge.choose("id", "Id");
  await knowledge.choose("id", undefined);
  expect(knowledge.version).toBe(6);
  expect(knowledge.chosen()).toEqual({});
});

test("a file that cannot be read is nothing known, and the next finding replaces it", async () => {
  const path = knowledgePath(await folder(), sid);
  const { clock } = clockAt(Date.parse("2026-11-30T00:00:00Z"));
  const first = await openKnowledge(path, clock, quiet);
  first.learn({ kind: "no-domain", how: "refused" });
  await first.saved();
  for (const text of ["{", "[]", '{"findings":[{"kind":"no-such"}],"chosen":7}']) {
    await writeFile(path, text);
    const again = await openKnowledge(path, clock, quiet);
    expect(again.findings()).toEqual([]);
    expect(again.chosen()).toEqual({});
  }
  const last = await openKnowledge(path, clock, quiet);
  last.learn({ kind: "no-domain", how: "refused" });
  await last.saved();
  expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ findings: [{ kind: "no-domain" }] });
});

test("the file's name and content do not tell which account it is", async () => {
  const path = knowledgePath(await folder(), sid);
  expect(path).not.toContain(sid.slice(2, 10));
});
