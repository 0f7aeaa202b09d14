import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { FileOrder } from "./test/support/file-order.ts";

/** What every project has. */
const shared = {
  // The files of a worker follow one another in it: to load Mantine, recharts, DuckDB and the rest anew for each file
  // took longer than most files run.
  isolate: false,
  setupFiles: ["test/support/fresh-modules.ts"],
  // For what hangs, not for what is slow: a busy machine must not fail a test.
  testTimeout: 90_000,
  hookTimeout: 90_000,
};

export default defineConfig({
  test: {
    // One more than there are cores, since many tests wait for a server or a screen.
    maxWorkers: availableParallelism() + 1,
    restoreMocks: true,
    expect: { poll: { timeout: 20_000 } },
    // Another order with each run, of the files and of the tests in them, so that one that lives on what another left
    // behind is found. The run prints its seed; `vitest run --sequence.seed=…` repeats it.
    sequence: { sequencer: FileOrder, shuffle: { tests: true } },
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "server",
          // Worker processes, not threads: DuckDB is a native module.
          pool: "forks",
          include: ["test/server/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "dom",
          pool: "forks",
          environment: "jsdom",
          include: ["test/client/**/*.test.tsx"],
          setupFiles: [...shared.setupFiles, "test/support/dom-setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "pure",
          pool: "threads",
          include: ["test/{contract,house,scripts}/**/*.test.ts", "test/client/**/*.test.ts"],
        },
      },
    ],
  },
});
