import { z } from "zod";

const parts = z.array(z.record(z.string(), z.unknown())).catch([]);

/** Every custom_id in components however deep: rows, containers, sections and their accessories. */
export function customIdsOf(components: unknown): readonly string[] {
  return parts
    .parse(components)
    .flatMap(({ custom_id, components: nested, accessory }) => [
      ...(typeof custom_id === "string" ? [custom_id] : []),
      ...customIdsOf(nested),
      ...customIdsOf([accessory]),
    ]);
}
