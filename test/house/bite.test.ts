import { describe, expect, test } from "vitest";
import { cycleRule } from "./rules/cycles.ts";
import { fileRule } from "./rules/files.ts";
import { literalRule, localeRule } from "./rules/literals.ts";
import { clientRoomRule, keepRule, partRule, standInRule } from "./rules/rooms.ts";
import { pixelRule } from "./rules/styles.ts";
import * as words from "./rules/words.ts";
import { parseSource, type Source } from "./support/source.ts";

type Rule = (source: Source) => string[];

const fieldNames: Rule = (source) => words.fieldNameRule(source, new Set(["Visit.Reason"]));

/** Each rule on code that breaks it: a rule that cannot fail keeps nothing. */
const broken: [rule: Rule, path: string, code: string][] = [
  [partRule, "client/api/http.ts", 'import { a } from "../../server/config/config.ts";'],
  [partRule, "client/api/http.ts", 'import type { A } from "../../server/config/config.ts";'],
  [partRule, "client/api/http.ts", 'const a = await import("../../server/config/config.ts");'],
  [partRule, "client/api/http.ts", 'export { a } from "../../server/config/config.ts";'],
  [partRule, "client/api/http.ts", 'type A = import("../../server/config/config.ts").A;'],
  [partRule, "server/http/app.ts", 'import { a } from "../../client/view/view.ts";'],
  [partRule, "server/http/app.ts", 'import { a } from "../../test/support/a.ts";'],
  [partRule, "contract/page.ts", 'import { a } from "../server/config.ts";'],
  [partRule, "contract/page.ts", 'import { a } from "node:fs";'],
  [clientRoomRule, "client/format/time.ts", 'import { a } from "../ui/a.tsx";'],
  [clientRoomRule, "client/ui/chip.tsx", 'import { a } from "../view/view.ts";'],
  [clientRoomRule, "client/view/view.ts", 'import { a } from "../insights/cube.ts";'],
  [clientRoomRule, "client/insights/cube.ts", 'import { a } from "../table/rows.ts";'],
  [clientRoomRule, "client/charts/breakdown/prepare.ts", 'import { a } from "../../filters/chips.tsx";'],
  [clientRoomRule, "client/table/rows.ts", 'import { a } from "../App.tsx";'],
  [clientRoomRule, "client/table/rows.ts", 'import { a } from "../insights/cube.ts";'],
  [clientRoomRule, "client/helpers/a.ts", "export const a = 1;"],
  [keepRule, "client/table/rows.tsx", 'import { Bar } from "recharts";'],
  [keepRule, "client/App.tsx", 'import "@mantine/charts/styles.css";'],
  [keepRule, "server/http/routes/query.ts", 'import { request } from "undici";'],
  [keepRule, "server/http/routes/query.ts", 'import { a } from "../../stand-in/start.ts";'],
  [keepRule, "client/insights/cube.ts", 'import { readFile } from "node:fs";'],
  [keepRule, "server/start.ts", 'import { useState } from "react";'],
  [keepRule, "client/ui/chip.tsx", 'import { App } from "../App.tsx";'],
  [standInRule, "server/stand-in/http/listen.ts", 'import { a } from "../../http/listen.ts";'],
  [words.environmentRule, "server/http/app.ts", "const a = process.env.PORT;"],
  [words.environmentRule, "server/http/app.ts", 'const a = process["env"].PORT;'],
  [
    words.environmentRule,
    "server/http/app.ts",
    'import { env } from "node:process";\nconst a = env.PORT; process.exit();',
  ],
  [words.addressBarRule, "client/App.tsx", "const a = window.location.search;"],
  [words.addressBarRule, "client/App.tsx", 'globalThis.history.pushState(null, "", "/");'],
  [words.addressBarRule, "client/App.tsx", 'location.assign("/");'],
  [words.addressBarRule, "client/App.tsx", 'window.addEventListener("popstate", () => {});'],
  [words.credentialRule, "server/http/routes/account.ts", "const a = config.authToken;"],
  [words.namedAddressRule, "server/twilio/jobs.ts", "const a = await get(job.statusUrl);"],
  [words.namedAddressRule, "server/twilio/jobs.ts", 'const a = answer.headers["Location"];'],
  [words.namedAddressRule, "server/twilio/jobs.ts", 'const a = await get(path, { redirect: "follow" });'],
  [fieldNames, "client/table/rows.tsx", "const a = row.DateCreated;"],
  [fieldNames, "client/table/rows.tsx", 'const a = row["Conversation.CreatedDate"];'],
  [fieldNames, "client/table/rows.tsx", "const a = <p>ConversationSummary</p>;"],
  [fieldNames, "server/exports/formats/csv.ts", "const a = `OperatorResult.Value desc`;"],
  [fieldNames, "server/exports/formats/csv.ts", 'const a = ["Visit.Reason"];'],
  [fieldNames, "server/http/routes/query.ts", 'const a = "/v3/OperatorResults";'],
  [fieldNames, "server/twilio/hosts.ts", 'const a = "OperatorResults";'],
  [literalRule, "client/table/rows.tsx", "const a = <p>Rows</p>;"],
  [literalRule, "client/table/rows.tsx", 'const a = <p>{some ? "Rows" : count}</p>;'],
  [literalRule, "client/table/rows.tsx", `const a = <p>{\`\${count} rows\`}</p>;`],
  [literalRule, "client/table/rows.tsx", 'const a = <Button aria-label="Close" />;'],
  [literalRule, "client/table/rows.tsx", `const a = <Button title={\`\${count} px\`} />;`],
  [literalRule, "client/table/rows.tsx", 'const a = <Input placeholder={some && "Search"} />;'],
  [literalRule, "client/table/rows.tsx", 'const a = <i title={[word, "more"].join("; ")} />;'],
  [literalRule, "client/table/rows.tsx", 'const a = <Modal closeButtonProps={{ "aria-label": "Close" }} />;'],
  [literalRule, "client/table/rows.ts", 'const a = { label: "Rows" };'],
  [literalRule, "client/table/rows.ts", 'const a = say("Nothing is there");'],
  [literalRule, "client/table/rows.ts", 'const a = "nothing is there.";'],
  [localeRule, "client/table/rows.ts", "const a = (one + other).toFixed(1);"],
  [localeRule, "client/table/rows.ts", 'const a = count.toLocaleString("en");'],
  [localeRule, "client/table/rows.ts", 'const a = list.map(name).join(", ");'],
  [fileRule, "server/http/app.ts", "\n".repeat(251)],
  [fileRule, "client/table/index.ts", "export const a = 1;"],
  [fileRule, "client/table/rows.tsx", "export default 1;"],
  [fileRule, "client/table/rows.tsx", 'export * from "./row.ts";'],
];

/** Code beside the broken one that is right, so that the rules do not simply forbid everything. */
const sound: [rule: Rule, path: string, code: string][] = [
  [partRule, "client/view/view.ts", 'import { a } from "../../contract/page.ts";'],
  [partRule, "contract/page.ts", 'import { z } from "zod";'],
  [
    clientRoomRule,
    "client/charts/breakdown/prepare.ts",
    'import { a } from "../card/bars.tsx"; import b from "../../insights/b.ts";',
  ],
  [clientRoomRule, "client/App.tsx", 'import { a } from "./table/rows.tsx";'],
  [keepRule, "client/charts/bars.tsx", 'import { Bar } from "recharts";'],
  [keepRule, "server/start.ts", 'import { a } from "./stand-in/start.ts";'],
  [words.environmentRule, "server/config/environment.ts", "const a = process.env.PORT;"],
  [words.environmentRule, "server/main.ts", 'process.on("SIGTERM", stop); const env = loadEnv();'],
  [words.addressBarRule, "client/view/use-view.ts", "const a = window.location.search;"],
  [words.credentialRule, "server/twilio/transport.ts", "const a = account.authToken;"],
  [words.namedAddressRule, "server/stand-in/jobs.ts", "const a = { statusUrl };"],
  [fieldNames, "server/stand-in/catalogue/reference.ts", 'const a = "DateCreated";'],
  [fieldNames, "server/twilio/hosts.ts", 'const a = "/v3/OperatorResults";'],
  [fieldNames, "client/table/foot.tsx", "const a = <p>Conversations. All loaded.</p>;"],
  [literalRule, "client/words/en/table.ts", 'export const table = { title: "Rows" };'],
  [
    literalRule,
    "client/table/rows.tsx",
    'const a = <Button size="Large" aria-label={t("table.title")}>{t("a")} · 5</Button>;',
  ],
  [literalRule, "client/table/rows.ts", 'throw new Error("The page has no root.");'],
  [literalRule, "client/table/rows.ts", 'const a = "input, textarea, [role=menu]";'],
  [localeRule, "client/table/rows.ts", 'const a = classes.join(" ") + formatList(names);'],
  [fileRule, "test/server/long.test.ts", "\n".repeat(900)],
];

describe("the house rules", () => {
  test.each(broken)("%o refuses %s with %s", (rule, path, code) => {
    const [sentence] = rule(parseSource(path, code));
    expect(sentence).toContain(path);
  });

  test.each(sound)("%o accepts %s with %s", (rule, path, code) => {
    expect(rule(parseSource(path, code))).toEqual([]);
  });

  test("a circle of imports is named file by file", () => {
    const a = parseSource("client/view/a.ts", 'import { b } from "./b.ts";');
    const b = parseSource("client/view/b.ts", 'import { c } from "./c.ts";');
    const c = parseSource("client/view/c.ts", 'export { b } from "./b.ts";');
    expect(cycleRule([a, b, c])).toEqual([expect.stringContaining("b.ts -> client/view/c.ts -> client/view/b.ts")]);
    const typesOnly = parseSource("client/view/c.ts", 'import type { B } from "./b.ts";');
    expect(cycleRule([a, b, typesOnly])).toHaveLength(1);
    expect(cycleRule([a, b, parseSource("client/view/c.ts", "export const b = 1;")])).toEqual([]);
  });

  test("a length in pixels is refused, a thin line and a word about pixels are not", () => {
    expect(pixelRule("client/a.css", ".a {\n  margin: 1px 12px;\n}")).toEqual([expect.stringContaining("12px")]);
    expect(pixelRule("client/a.css", "/* 36px */\n.a {\n  border: 1px solid;\n  width: 1.5rem;\n}")).toEqual([]);
  });

  test("a file that cannot be parsed is said, not skipped", () => {
    expect(() => parseSource("client/a.ts", "const = 1;")).toThrow("client/a.ts cannot be parsed");
  });
});
