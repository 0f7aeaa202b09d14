import { expect, test } from "vitest";
import { refuse, type Trouble } from "../../support/servers/paged-upstream.ts";
import { stage } from "../exports/support.ts";
import { post } from "../setup.ts";

const table = {
  query: { dimensions: ["Id", "DateCreated", "Text"], orderBy: [{ field: "DateCreated", direction: "DESC" }] },
};

/** What is refused, the first time that it is asked, or always. */
function refusing(text: string, times: number): Trouble {
  let left = times;
  return ({ kind, body }, response) => {
    if (kind !== "query" || !body.includes(text) || left === 0) return undefined;
    left -= 1;
    refuse(response, 500, "Internal error");
    return "handled";
  };
}

test("a fault of one moment is no refusal: the same is asked again, and nothing is learned of it", async () => {
  const { proxy, upstream } = await stage({ rows: 30, trouble: refusing("", 1) });
  expect((await post(`${proxy.url}/api/query?pageSize=100`, table)).status).toBe(200);
  expect(upstream.asked.map(({ url, body }) => url + body)).toEqual([1, 2].map(() => expect.stringContaining("Text")));
  const findings = await (await fetch(`${proxy.url}/api/findings`)).json();
  expect(findings).toMatchObject({ items: [] });
});

test("queries that are refused at once for different reasons are each looked into", async () => {
  const { proxy } = await stage({
    rows: 30,
    trouble: ({ kind, body }, response) => {
      if (kind !== "query" || !/orderBy|Score/.test(body)) return undefined;
      refuse(response, 400, "No");
      return "handled";
    },
  });
  const score = { query: { dimensions: ["Id", "Score"] } };
  const answers = await Promise.all([table, score, table].map((query) => post(`${proxy.url}/api/query`, query)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
});
