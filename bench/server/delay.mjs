// Loaded before the server as it ships: tells its parent, when asked, for how long its event loop was held up at most
// since it was asked before and what processor time it took, in milliseconds, and what memory it takes.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.send) {
  const resolution = 1;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  let before = process.cpuUsage();
  process.on("message", () => {
    // The histogram measures from one tick to the next, of which the tick itself is a part.
    const { user, system } = process.cpuUsage(before);
    const cpuMs = (user + system) / 1000;
    process.send?.({ heldMs: Math.max(0, delay.max / 1e6 - resolution), cpuMs, rss: process.memoryUsage.rss() });
    before = process.cpuUsage();
    delay.reset();
  });
  process.channel?.unref();
}
