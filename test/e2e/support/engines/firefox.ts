import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocket } from "undici";
import { z } from "zod";
import { childEnd, lineOf } from "./child.ts";
import type { Driver } from "./engine.ts";

const messageSchema = z.object({
  id: z.number().nullish(),
  type: z.string(),
  method: z.string().optional(),
  params: z.object({ level: z.string().optional(), text: z.string().nullish() }).optional(),
  message: z.string().optional(),
  result: z.unknown().optional(),
});
type Message = z.infer<typeof messageSchema>;

/** A quiet browser: nothing of its own on the network. */
const settings = {
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.enabled": false,
  "app.normandy.enabled": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
};

/** One connection of WebDriver BiDi: commands with their answers, and events. */
class Connection {
  readonly complaints: string[] = [];
  private readonly waiting = new Map<number, (message: Message) => void>();
  private count = 0;

  constructor(private readonly socket: WebSocket) {
    socket.addEventListener("message", ({ data }) => this.take(messageSchema.parse(JSON.parse(String(data)))));
  }

  private take(message: Message): void {
    const { level, text } = message.params ?? {};
    if (level === "error" || level === "warn") this.complaints.push(`${level}: ${text ?? ""}`);
    if (typeof message.id === "number") this.waiting.get(message.id)?.(message);
  }

  async send<Out>(shape: z.ZodType<Out>, method: string, params: Record<string, unknown>): Promise<Out> {
    this.count += 1;
    const id = this.count;
    const answer = await new Promise<Message>((resolve) => {
      this.waiting.set(id, resolve);
      this.socket.send(JSON.stringify({ id, method, params }));
    });
    this.waiting.delete(id);
    if (answer.type === "error") throw new Error(`${method}: ${answer.message}`);
    return shape.parse(answer.result);
  }
}

async function connect(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve());
    socket.addEventListener("error", () => reject(new Error(`${url} cannot be connected to.`)));
  });
  return socket;
}

const treeSchema = z.object({ contexts: z.array(z.object({ context: z.string() })).min(1) });
const sessionSchema = z.object({ capabilities: z.object({ browserName: z.string(), browserVersion: z.string() }) });
const valueSchema = z.object({ result: z.object({ value: z.string() }) });
const pictureSchema = z.object({ data: z.string() });
const boxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const anything = z.unknown();

/** Starts Firefox without a window, and speaks WebDriver BiDi with it. */
export async function startFirefox(program: string): Promise<Driver> {
  const folder = mkdtempSync(join(tmpdir(), "earshot-firefox-"));
  const lines = Object.entries(settings).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  writeFileSync(join(folder, "user.js"), lines.join("\n"));
  const child = spawn(program, ["--headless", "--no-remote", "--profile", folder, "--remote-debugging-port=0"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const close = async () => {
    await childEnd(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const [, address = ""] = await lineOf(child, /WebDriver BiDi listening on (ws:\S+)/);
    const bidi = new Connection(await connect(`${address}/session`));
    const { capabilities } = await bidi.send(sessionSchema, "session.new", { capabilities: {} });
    const { contexts } = await bidi.send(treeSchema, "browsingContext.getTree", {});
    const context = contexts[0]?.context ?? "";
    await bidi.send(anything, "session.subscribe", { events: ["log.entryAdded"] });
    return {
      name: `${capabilities.browserName} ${capabilities.browserVersion}`,
      async goto(url) {
        await bidi.send(anything, "browsingContext.navigate", { context, url, wait: "complete" });
      },
      async resize(width, height) {
        await bidi.send(anything, "browsingContext.setViewport", { context, viewport: { width, height } });
      },
      async run(expression) {
        const script = { expression, awaitPromise: true, target: { context } };
        return (await bidi.send(valueSchema, "script.evaluate", script)).result.value;
      },
      async perform(actions) {
        await bidi.send(anything, "input.performActions", { context, actions });
      },
      async picture(css) {
        const expression = `JSON.stringify(document.querySelector(${JSON.stringify(css)}).getBoundingClientRect())`;
        const rect = await bidi.send(valueSchema, "script.evaluate", {
          expression,
          awaitPromise: false,
          target: { context },
        });
        const { x, y, width, height } = boxSchema.parse(JSON.parse(rect.result.value));
        const clip = { type: "box", x, y, width, height };
        return (await bidi.send(pictureSchema, "browsingContext.captureScreenshot", { context, clip })).data;
      },
      complaints: () => bidi.complaints,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
