import { test } from "./support/fixtures.ts";

// These pass because they fail: the fixture that listens to the console is what is tested, on an answer of the product
// with its content policy that is quickly there.
const answer = "/healthz";

test.fail("a warning in the console fails a test", async ({ page }) => {
  await page.goto(answer);
  // biome-ignore lint/suspicious/noConsole: the test is about this warning: the fixture must find it
  await page.evaluate(() => console.warn("something is odd"));
});

test.fail("what the content policy blocks fails a test", async ({ page }) => {
  await page.goto(answer);
  const blocked = page.waitForEvent("console");
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement("style"), { textContent: "a{}" })),
  );
  await blocked;
});

test.fail("an uncaught error fails a test", async ({ page }) => {
  await page.goto(answer);
  const thrown = page.waitForEvent("pageerror");
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error("uncaught");
    });
  });
  await thrown;
});
