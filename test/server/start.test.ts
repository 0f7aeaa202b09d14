import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { ConfigError } from "../../server/config-values.ts";
import { startProxy } from "../support/servers/proxy.ts";

test("a port in use is one sentence that names it", async () => {
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, "127.0.0.1", done));
  onTestFinished(() => new Promise((done) => taken.close(() => done())));
  const address = taken.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const starting = startProxy("http://127.0.0.1:9", { port: address.port });
  await expect(starting).rejects.toThrow(ConfigError);
  await expect(starting).rejects.toThrow(`PORT ${address.port} on 127.0.0.1 is already in use`);
});

test("a host of another machine is one sentence", async () => {
  await expect(startProxy("http://127.0.0.1:9", { host: "192.0.2.1" })).rejects.toThrow(
    "not an address of this machine",
  );
});

test("a closed server answers no more, and its port is free again", async () => {
  const first = await startProxy("http://127.0.0.1:9");
  await first.close();
  await expect(fetch(`${first.url}/healthz`)).rejects.toThrow("fetch failed");
  const second = await startProxy("http://127.0.0.1:9", { port: Number(new URL(first.url).port) });
  expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
  await second.close();
});

test("a view of thousands of chosen values can be opened: its address is the longest part of a request", async () => {
  const proxy = await startProxy("http://127.0.0.1:9");
  onTestFinished(() => proxy.close());
  const values = Array.from({ length: 3000 }, (_, place) => `in.Conversation.AgentName=agent-${place}`);
  expect((await fetch(`${proxy.url}/healthz?${values.join("&")}`)).status).toBe(200);
});
