// Loaded before the server as it ships: tells its parent what memory and processor time it took, when asked.
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.send) {
  let peak = 0;
  setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20).unref();
  const before = process.cpuUsage();
  process.on("message", () => process.send?.({ peak, cpu: process.cpuUsage(before) }));
  process.channel?.unref();
}
