/**
 * How the code is checked. The tables below are the architecture: who may import which folder, and which folder may use which
 * package that reaches outside. tests/house/lint.test.ts plants imports that point the wrong way and expects an error for each.
 */

/** What each part may import of ours besides itself. Types that all need from outside are in ports.ts. */
const MAY_IMPORT = {
  "src/almanac": [],
  "src/digest": ["almanac"],
  "src/messages": ["almanac", "digest"],
  "src/delivery": ["almanac", "digest", "messages", "ports.ts", "log.ts"],
  commands: ["almanac", "digest", "messages", "delivery", "ports.ts"],
  "src/discord": ["almanac", "digest", "messages", "delivery", "commands", "ports.ts", "log.ts", "fatal.ts"],
  "src/store": ["almanac", "digest", "delivery", "ports.ts", "log.ts"],
  "src/http": ["ports.ts", "fatal.ts"],
  "src/playground": ["ports.ts", "clock.ts"],
  "src/cli": ["almanac", "digest", "messages", "commands", "store", "ports.ts", "clock.ts", "config.ts"],
  "src/wiring": "anything but main.ts",
} as const;

const PARTS =
  "almanac digest messages delivery commands discord store http playground cli wiring ports.ts log.ts fatal.ts clock.ts config.ts main.ts".split(
    " ",
  );

/** What reaches outside the process, or knows of Discord, and the parts that may use it. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  "@discordjs/*": ["src/discord"],
  "better-sqlite3": ["src/store"],
  kysely: ["src/store"],
  "kysely/*": ["src/store"],
  pino: [],
  undici: [],
  ws: ["src/playground"],
  "discord-api-types/*": ["src/messages", "src/delivery", "commands", "src/discord", "src/playground"],
  "discord-api-spec": ["src/playground"],
  "discord-api-spec/*": ["src/playground"],
  "node:fs": ["src/almanac", "src/messages", "src/store", "src/playground", "src/cli"],
  "node:fs/promises": ["src/playground"],
  "node:os": [],
  "node:timers": [],
  "node:timers/promises": [],
  "node:worker_threads": [],
  "node:http": ["src/http", "src/playground"],
  "node:http2": [],
  "node:https": [],
  "node:net": [],
  "node:tls": [],
  "node:dgram": [],
  "node:process": [],
  // the index is built in a process of its own, so that its memory goes back afterwards
  "node:child_process": ["src/almanac"],
};

const CLOCK = {
  name: "Date",
  message: "Only src/clock.ts reads the clock; take the instant or the local date as an argument.",
} as const;

function importRules(part: string, mayImport: readonly string[] | string) {
  const own = part.replace("src/", "");
  const forbidden = PARTS.filter((other) =>
    typeof mayImport === "string" ? other === "main.ts" : other !== own && !mayImport.includes(other),
  );
  const packages = Object.keys(MAY_USE).filter((name) => !MAY_USE[name]?.includes(part));
  const message = `${part}/ may not use this package: see MAY_USE in oxlint.config.ts.`;
  return {
    files: [`${part}/**`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: packages.filter((name) => !name.includes("*")).map((name) => ({ name, message })),
          patterns: [
            {
              group: forbidden.map((other) => (other.endsWith(".ts") ? `../**/${other}` : `../**/${other}/**`)),
              message: `${part}/ may import ${typeof mayImport === "string" ? mayImport : ["itself", ...mayImport].join(", ")}: see ARCHITECTURE.md.`,
            },
            { group: packages.filter((name) => name.includes("*")), message },
          ],
        },
      ],
    },
  };
}

export default {
  plugins: ["typescript", "unicorn", "oxc", "import", "promise", "node"],
  categories: { correctness: "error", suspicious: "error" },
  rules: {
    "max-lines": [
      "error",
      {
        max: 250,
        skipBlankLines: false,
        skipComments: false,
      },
    ],
    "max-lines-per-function": [
      "error",
      {
        max: 60,
      },
    ],
    "import/no-cycle": "error",
    "import/no-unassigned-import": "off",
    "no-console": "error",
    "no-restricted-globals": [
      "error",
      CLOCK,
      {
        name: "fetch",
        message: "The only network is Discord (src/discord) and the configured database.",
      },
    ],
    "no-restricted-properties": [
      "error",
      {
        object: "globalThis",
        property: "Date",
        message: "Only src/clock.ts reads the clock.",
      },
      {
        object: "globalThis",
        property: "process",
        message: "Only src/config.ts reads the environment.",
      },
      {
        object: "process",
        property: "env",
        message: "Only src/config.ts reads the environment.",
      },
      {
        object: "DateTime",
        property: "now",
        message: "Only src/clock.ts reads the clock.",
      },
      {
        object: "DateTime",
        property: "local",
        message: "Only src/clock.ts reads the clock.",
      },
      {
        object: "DateTime",
        property: "utc",
        message: "Only src/clock.ts reads the clock.",
      },
      {
        object: "performance",
        property: "now",
        message: "Only src/clock.ts reads the clock.",
      },
    ],
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/consistent-return": "off",
    "typescript/switch-exhaustiveness-check": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/no-unsafe-argument": "error",
    "typescript/no-unsafe-assignment": "error",
    "typescript/no-unsafe-call": "error",
    "typescript/no-unsafe-member-access": "error",
    "typescript/no-unsafe-return": "error",
    "typescript/no-unsafe-type-assertion": "error",
    "typescript/consistent-type-imports": "error",
    "unicorn/no-array-sort": "off",
    "unicorn/consistent-function-scoping": "off",
  },
  overrides: [
    ...Object.entries(MAY_IMPORT).map(([part, mayImport]) => importRules(part, mayImport)),
    {
      files: ["src/playground/page/**"],
      rules: {
        "no-restricted-globals": "off",
        "no-restricted-properties": [
          "error",
          { object: "Date", property: "now", message: "The page shows the stand-in's clock." },
        ],
        "typescript/no-unsafe-assignment": "off",
        "typescript/no-unsafe-return": "off",
      },
    },
    { files: ["src/clock.ts"], rules: { "no-restricted-globals": "off", "no-restricted-properties": "off" } },
    // what people attach lies on Discord's file servers, which the REST client does not speak to
    { files: ["src/discord/files.ts"], rules: { "no-restricted-globals": ["error", CLOCK] } },
    { files: ["src/config.ts"], rules: { "no-restricted-properties": "off" } },
    { files: ["src/cli/**", "tools/**", "bench/**"], rules: { "no-console": "off" } },
    { files: ["tests/**"], rules: { "max-lines-per-function": "off", "typescript/no-unsafe-type-assertion": "off" } },
    {
      files: ["tests/**", "bench/**", "tools/**", "launcher/**"],
      rules: { "no-restricted-globals": "off", "no-restricted-properties": "off" },
    },
    {
      files: ["launcher/**"],
      rules: { "typescript/no-unsafe-assignment": "off", "typescript/no-unsafe-argument": "off" },
    },
  ],
};
