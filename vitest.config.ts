import { defineConfig } from "vitest/config";

/** For what hangs, not for what is slow: a busy machine must not fail a test. */
const timeouts = { testTimeout: 90_000, hookTimeout: 90_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    // Worker processes, not threads: DuckDB is a native module.
    pool: "forks",
    restoreMocks: true,
    expect: { poll: { timeout: 20_000 } },
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
