import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/soak/**"],
    globalSetup: "tests/support/one-folder.ts",
    pool: "forks",
    // Vitest leaves one core idle unless told; of two, that is half of the machine.
    maxWorkers: "100%",
    testTimeout: 20_000,
  },
});
