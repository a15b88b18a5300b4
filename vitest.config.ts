import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["tests/**/*.test.ts"], exclude: ["tests/soak/**"], pool: "forks", testTimeout: 20_000 },
});
