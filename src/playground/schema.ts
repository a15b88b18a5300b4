import * as z from "zod/mini";
import { type BodyFault, invalidForm, type Path } from "./errors.ts";

type Schema = z.core.$ZodType;

const english = z.locales.en().localeError;

/** The body, if Discord's description takes it; else refuses with 50035. */
export function expectBody<Body>(schema: z.core.$ZodType<Body>, body: unknown): Body {
  const result = z.core.safeParse(schema, body, { error: english });
  if (!result.success) throw invalidForm(result.error.issues.flatMap((issue) => faultsOf(issue, [])));
  const unknown = unknownKeys(schema, body, []);
  if (unknown.length > 0) throw invalidForm(unknown);
  return result.data;
}

function faultsOf(issue: z.core.$ZodIssue, base: Path): readonly BodyFault[] {
  const path = [...base, ...issue.path.map((key) => (typeof key === "symbol" ? String(key) : key))];
  if (issue.code !== "invalid_union") return [{ path, code: discordCode(issue), message: issue.message }];
  const branch = nearest(issue.errors);
  return branch.length > 0
    ? branch.flatMap((inner) => faultsOf(inner, path))
    : [{ path, code: "UNION_TYPE_CHOICES", message: "Value of this field is of no type that Discord takes here" }];
}

function discordCode(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_big" || issue.code === "too_small") return "BASE_TYPE_BAD_LENGTH";
  if (issue.code === "invalid_value") return "BASE_TYPE_CHOICES";
  const isMissing = issue.code === "invalid_type" && issue.message.endsWith("received undefined");
  return isMissing ? "BASE_TYPE_REQUIRED" : "BASE_TYPE_INVALID";
}

/** Of the alternatives, the one meant: its `type` fits, and it has the fewest faults. */
function nearest(alternatives: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  const cost = (issues: readonly z.core.$ZodIssue[]) =>
    issues.length + (issues.some((issue) => issue.path[0] === "type" || issue.path.length === 0) ? 1000 : 0);
  return [...alternatives].sort((a, b) => cost(a) - cost(b))[0] ?? [];
}

/**
 * Walks a value that the schema has accepted, and names every key that the schema does not have. Discord ignores
 * those, so a misspelt one would silently do nothing: here it is a fault.
 */
function unknownKeys(schema: Schema, value: unknown, path: Path): readonly BodyFault[] {
  if (schema instanceof z.ZodMiniLazy) return unknownKeys(schema.def.getter(), value, path);
  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniNullable) {
    return value === null || value === undefined ? [] : unknownKeys(schema.def.innerType, value, path);
  }
  if (schema instanceof z.ZodMiniUnion) {
    const found = meant(schema.def.options, value).map((option) => unknownKeys(option, value, path));
    return found.sort((a, b) => a.length - b.length)[0] ?? [];
  }
  if (schema instanceof z.ZodMiniArray) {
    return Array.isArray(value)
      ? value.flatMap((item, at) => unknownKeys(schema.def.element, item, [...path, at]))
      : [];
  }
  if (!(schema instanceof z.ZodMiniObject) || typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const shape = schema.def.shape[key];
    if (shape !== undefined) return unknownKeys(shape, item, [...path, key]);
    return [{ path: [...path, key], code: "UNKNOWN_FIELD", message: `Discord knows no field "${key}" here` }];
  });
}

/** The alternatives that a value is: by its `type` where that tells, else by trying. */
function meant(options: readonly Schema[], value: unknown): readonly Schema[] {
  const byType = options.filter((option) => typesOf(option)?.has(typeOf(value)) ?? true);
  return byType.length === 1 ? byType : byType.filter((option) => z.core.safeParse(option, value).success);
}

function typeOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "type" in value ? value.type : undefined;
}

/** The values of an object schema's literal `type`, if it has one. */
function typesOf(schema: Schema): ReadonlySet<unknown> | undefined {
  const object = schema instanceof z.ZodMiniLazy ? schema.def.getter() : schema;
  const type = object instanceof z.ZodMiniObject ? object.def.shape["type"] : undefined;
  return type instanceof z.ZodMiniLiteral ? new Set(type.def.values) : undefined;
}
