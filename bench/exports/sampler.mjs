// Loaded before the server as it ships: tells its parent, when asked, the most memory it has taken and the processor time
// since it was asked before.
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.send) {
  let peak = 0;
  setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20).unref();
  let before = process.cpuUsage();
  process.on("message", () => {
    process.send?.({ peak, cpu: process.cpuUsage(before) });
    before = process.cpuUsage();
  });
  process.channel?.unref();
}
