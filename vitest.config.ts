import { defineConfig } from "vitest/config";

/** Long enough for a real server to start on a busy two-core machine; a test that needs more is stuck. */
/** For what hangs, not for what is slow: a busy machine must not fail a test. */
const timeouts = { testTimeout: 90_000, hookTimeout: 90_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    // Worker processes, not threads: DuckDB is a native module.
    pool: "forks",
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: ["test/{contract,server,house}/**/*.test.ts", "test/client/**/*.test.ts"],
          ...timeouts,
        },
      },
      {
        extends: true,
        test: {
          name: "dom",
          environment: "jsdom",
          include: ["test/client/**/*.test.tsx"],
          setupFiles: ["test/support/dom-setup.ts"],
          ...timeouts,
        },
      },
    ],
  },
});
