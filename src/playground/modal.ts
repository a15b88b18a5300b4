import { type APIModalInteractionResponseCallbackComponent, ComponentType } from "discord-api-types/v10";
import type { ModalValues } from "./api.ts";
import type { Component } from "./rules/components.ts";

/** What a filled-in modal sends back: the same tree, each input with its value (interactions/receiving-and-responding). */
export function submittedComponents(
  components: readonly APIModalInteractionResponseCallbackComponent[],
  values: ModalValues,
): readonly object[] {
  return components.map((component: Component, index) => submitted(component, index + 1, values));
}

function submitted(component: Component, id: number, values: ModalValues): object {
  const base = { type: component.type, id: component.id ?? id };
  if (component.component !== undefined) return { ...base, component: filled(component.component, id + 100, values) };
  if (component.components === undefined) return base;
  return { ...base, components: component.components.map((inner, at) => filled(inner, id * 100 + at, values)) };
}

function filled(input: Component, id: number, values: ModalValues): object {
  const customId = input.custom_id ?? "";
  const value = values[customId];
  const base = { type: input.type, id: input.id ?? id, custom_id: customId };
  const single =
    input.type === ComponentType.TextInput || typeof value === "boolean" || input.type === ComponentType.RadioGroup;
  return single ? { ...base, value: value ?? "" } : { ...base, values: Array.isArray(value) ? value : [] };
}
