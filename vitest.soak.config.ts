import { defineConfig } from "vitest/config";

/** Those that keep every processor busy themselves, or measure how long something takes: one after the other. */
const ALONE = ["crash", "time-over-sockets", "two", "wave"].map((name) => `tests/soak/${name}.test.ts`);

export default defineConfig({
  test: {
    globalSetup: "tests/support/one-folder.ts",
    pool: "forks",
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "alone",
          include: ALONE,
          fileParallelism: false,
          testTimeout: 900_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "side by side",
          include: ["tests/soak/**/*.test.ts"],
          exclude: ALONE,
          testTimeout: 900_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
