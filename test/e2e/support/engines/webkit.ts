import { spawn } from "node:child_process";
import { z } from "zod";
import { childEnd, lineOf } from "./child.ts";
import type { Driver } from "./engine.ts";

const sessionSchema = z.object({
  sessionId: z.string(),
  capabilities: z.object({ browserName: z.string(), browserVersion: z.string() }),
});

/** Where the driver of WebKitGTK, the browser it drives and a screen without a screen are. */
export type WebKitPrograms = { driver: string; browser: string; screen: string };

/** One call of WebDriver; rejects with what the driver says went wrong. */
async function call<Out>(
  shape: z.ZodType<Out>,
  url: string,
  body?: Record<string, unknown>,
  method = "POST",
): Promise<Out> {
  const content = body ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } } : {};
  const answer = await fetch(url, { method, ...content });
  const { value } = z.object({ value: z.unknown() }).parse(await answer.json());
  if (!answer.ok) throw new Error(`${url}: ${JSON.stringify(value)}`);
  return shape.parse(value);
}

/** The driver says nothing when it listens. */
async function listening(root: string): Promise<void> {
  const end = Date.now() + 20_000;
  for (;;) {
    const answered = await fetch(`${root}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return;
    if (Date.now() > end) throw new Error("WebKitWebDriver does not answer.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Starts WebKitGTK's small browser on a screen of memory, and speaks WebDriver with it. */
export async function startWebKit({ driver, browser, screen }: WebKitPrograms): Promise<Driver> {
  // It chooses a free number itself, and says which.
  const display = spawn(screen, ["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [, number = ""] = await lineOf(display, /^(\d+)\n/);
  const port = String(20_000 + (process.pid % 20_000));
  const child = spawn(driver, [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
    env: { ...process.env, DISPLAY: `:${number}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", GDK_BACKEND: "x11" },
  });
  const close = async () => {
    await childEnd(child);
    await childEnd(display);
  };
  const root = `http://127.0.0.1:${port}`;
  try {
    const options = { binary: browser, args: ["--automation"] };
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
    await listening(root);
    const opened = await call(sessionSchema, `${root}/session`, { capabilities });
    const session = `${root}/session/${opened.sessionId}`;
    const { browserName, browserVersion } = opened.capabilities;
    return {
      name: `${browserName} ${browserVersion}`,
      async goto(url) {
        await call(z.null(), `${session}/url`, { url });
      },
      async resize(width, height) {
        await call(z.unknown(), `${session}/window/rect`, { width, height });
      },
      run: (script) => call(z.string(), `${session}/execute/sync`, { script: `return ${script}`, args: [] }),
      async perform(actions) {
        await call(z.null(), `${session}/actions`, { actions });
      },
      async picture(css) {
        const found = await call(z.record(z.string(), z.string()), `${session}/element`, {
          using: "css selector",
          value: css,
        });
        const [id = ""] = Object.values(found);
        return call(z.string(), `${session}/element/${id}/screenshot`, undefined, "GET");
      },
      complaints: () => undefined,
      async close() {
        await call(z.null(), session, undefined, "DELETE").catch(() => undefined);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
