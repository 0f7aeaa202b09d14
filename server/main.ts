import { join } from "node:path";
import { HangingError } from "./answers-in-time.ts";
import { type Config, readConfig } from "./config/config.ts";
import { ConfigError } from "./config/config-error.ts";
import { loadEnv } from "./config/environment.ts";
import { misspelledVariables } from "./config/misspelled.ts";
import { type Running, start } from "./start.ts";

/** From source this file lies in server/, built in dist/server/; the built client lies in dist/client both times. */
const clientFolder = join(import.meta.dirname, import.meta.filename.endsWith(".ts") ? "../dist/client" : "../client");

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function greeting({ account }: Config, running: Running): string {
  return account.kind === "twilio"
    ? `It shows the Twilio account ${running.account.account}.`
    : `It shows an embedded sample account of ${account.conversations.toLocaleString("en")} conversations; set TWILIO_ACCOUNT_SID, TWILIO_API_KEY and TWILIO_API_SECRET to see your own.`;
}

/** Ends in order at the first signal; a second one does not wait. */
function closeOnSignals(running: Running): void {
  let closing = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      void running.close().finally(() => process.exit(0));
    });
  }
}

/** The server holds no state that one failed request could spoil, so nothing unforeseen may end it for everyone. */
function keepRunning(): void {
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error: unknown) => {
      process.stderr.write(`${new Date().toISOString()} ${event}: ${error instanceof Error ? error.stack : "?"}\n`);
    });
  }
}

try {
  const env = loadEnv();
  for (const line of misspelledVariables(env)) process.stderr.write(`${line}\n`);
  const config = readConfig(env);
  const running = await start(config, { clientFolder });
  closeOnSignals(running);
  keepRunning();
  say(`Earshot listens on ${running.url}`);
  say(greeting(config, running));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
  // Node would wait at its end for the call that hangs.
  if (error instanceof HangingError) process.kill(process.pid, "SIGTERM");
}
