// `npm run check-account`: what the configured account can do, as text for a bug report. It prints no value of any answer.
import { checkAccount } from "../server/accounts/check.ts";
import { systemClock } from "../server/clock.ts";
import { readConfig } from "../server/config/config.ts";
import { loadEnv } from "../server/config/environment.ts";
import { openConfigured } from "../server/start.ts";

try {
  const accounts = await openConfigured(readConfig(loadEnv()), systemClock, () => undefined);
  try {
    process.stdout.write(await checkAccount(accounts.get(accounts.usual), Date.now(), new AbortController().signal));
  } finally {
    await accounts.close();
  }
} catch (error) {
  // What is unforeseen is told by its name: its message could quote an answer.
  const isOurs = error instanceof Error && error.name === "ConfigError";
  process.stderr.write(
    `${isOurs ? error.message : `The check failed (${error instanceof Error ? error.name : "?"}).`}\n`,
  );
  process.exitCode = 1;
}
