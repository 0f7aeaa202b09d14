import { defineConfig } from "vitest/config";

/** Long enough for a real server to start on a busy two-core machine; a test that needs more is stuck. */
const timeouts = { testTimeout: 20_000, hookTimeout: 20_000 };

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
