import { test as base, expect } from "./fixtures.ts";
import { type Script, ScriptedTwilio } from "./twilio.ts";

/** A test with an account of its own, which is as `script` says and whose answers the test can spoil. */
export const test = base.extend<{ script: Script; twilio: ScriptedTwilio }>({
  script: [{}, { option: true }],
  twilio: async ({ page, script }, use) => {
    const twilio = await ScriptedTwilio.start(script);
    await use(twilio);
    // First the page, which would complain of a server that is gone.
    await page.close();
    await twilio.stop();
  },
});

export { expect };
