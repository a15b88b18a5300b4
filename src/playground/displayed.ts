import { type APIMessageTopLevelComponent, ComponentType as Type } from "discord-api-types/v10";
import { mediaOf, walk } from "./rules/components.ts";

const SELECT = { min_values: 1, max_values: 1 };

/** What Discord fills in where a bot left it out. */
const DEFAULTS: Readonly<Partial<Record<Type, object>>> = {
  [Type.StringSelect]: SELECT,
  [Type.UserSelect]: SELECT,
  [Type.RoleSelect]: SELECT,
  [Type.MentionableSelect]: SELECT,
  [Type.ChannelSelect]: SELECT,
  [Type.Thumbnail]: { description: null, spoiler: false },
  [Type.Separator]: { divider: true, spacing: 1 },
  [Type.File]: { name: null, size: null, spoiler: false },
  [Type.Container]: { accent_color: null, spoiler: false },
};

/** Components as Discord returns them: each with its id and every field, media with the address where it is served. */
export function displayed(
  components: readonly APIMessageTopLevelComponent[],
  urls: ReadonlyMap<string, string>,
  newId: () => string,
): APIMessageTopLevelComponent[] {
  const copy = structuredClone([...components]);
  const all = walk(copy, []).map(({ component }) => component);
  const taken = new Set(all.map(({ id }) => id));
  let next = 0;
  for (const component of all) {
    fill(component, DEFAULTS[component.type] ?? {});
    for (const item of component.items ?? []) fill(item, { description: null, spoiler: false });
    for (const media of mediaOf(component)) {
      const url = urls.get(media.url) ?? media.url;
      Object.assign(media, { id: newId(), url, proxy_url: url });
    }
    if ((component.id ?? 0) !== 0) continue;
    do next += 1;
    while (taken.has(next));
    Object.assign(component, { id: next });
  }
  return copy;
}

function fill(target: object, defaults: object): void {
  Object.assign(target, { ...defaults, ...target });
}
