import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["tests/soak/**/*.test.ts"], pool: "forks", testTimeout: 900_000, fileParallelism: false },
});
