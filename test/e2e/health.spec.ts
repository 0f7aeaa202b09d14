import { expect, test } from "./support/fixtures.ts";

test("the built product answers on the address it prints", async ({ request }) => {
  const answer = await request.get("/healthz");
  expect(answer.status()).toBe(200);
});
