import { z } from "zod";
import { type Product, startProduct } from "./product.ts";

const exportsSchema = z.object({ items: z.array(z.object({ id: z.string() })) });

async function send(url: string, method: string): Promise<Response> {
  const answer = await fetch(url, { method });
  if (!answer.ok) throw new Error(`${method} ${url} was answered with ${answer.status}.`);
  return answer;
}

/** Takes away what an earlier test left: its exports, and faults that were ordered and not met. */
async function clean({ url, faultsUrl }: Product, settings: Record<string, string>): Promise<void> {
  const { items } = exportsSchema.parse(await (await send(`${url}/api/exports`, "GET")).json());
  for (const { id } of items) await send(`${url}/api/exports/${id}`, "DELETE");
  if (settings["SAMPLE_FAULTS"] === "1") await send(faultsUrl(), "DELETE");
}

/** The products of one worker: each is started when a test first needs its settings, and serves all that need them. */
export class Products {
  readonly #started = new Map<string, Promise<Product>>();

  /** The product with these settings, as it was when it was started. */
  async fresh(settings: Record<string, string>): Promise<Product> {
    const key = JSON.stringify(Object.entries(settings).sort());
    const started = this.#started.get(key) ?? startProduct(settings);
    this.#started.set(key, started);
    const product = await started;
    await clean(product, settings);
    return product;
  }

  async stop(): Promise<void> {
    const stopping = [...this.#started.values()].map(async (started) => (await started).stop());
    await Promise.allSettled(stopping);
  }
}
