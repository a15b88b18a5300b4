import type { OwnField } from "../../src/almanac/own-event.ts";

/** What stands in a file for one own event, as it was written; empty for what was left out. */
export interface Entry {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly fields: Readonly<Record<OwnField, string>>;
  /** What is wrong with its form, before anybody reads its fields. */
  readonly wrong: readonly Malformed[];
}

export type Malformed =
  /** A line of a table with more cells than its header has. */
  | { readonly kind: "cells"; readonly cells: number; readonly columns: number }
  /** What stands in a list of JSON and is no object. */
  | { readonly kind: "not-an-object" }
  /** A value of JSON that is no text: a number, a list in a list. */
  | { readonly kind: "not-text"; readonly field: OwnField }
  /** A field that an object of JSON has under two keys, or under one twice: only one of the two would be read. */
  | { readonly kind: "twice"; readonly field: OwnField };

/** Why nothing of a file can be read. */
export type FileFault =
  | { readonly kind: "empty" | "utf-16" | "spreadsheet" | "binary" | "not-a-list" | "overfull" }
  | { readonly kind: "too-many"; readonly count: number }
  | { readonly kind: "not-utf-8" | "quote"; readonly line: number }
  | { readonly kind: "not-json"; readonly line: number; readonly column: number }
  | { readonly kind: "no-column" | "column-twice"; readonly field: OwnField; readonly found: readonly string[] };

/** A file's entries, and the names of what it has beside them. */
export interface Entries {
  readonly entries: readonly Entry[];
  readonly unknown: readonly string[];
}

export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: FileFault };

/** The part of an own event that a column or a key names; undefined for any other name. */
export type FieldOf = (name: string) => OwnField | undefined;

export const NO_FIELDS: Readonly<Record<OwnField, string>> = { date: "", text: "", countries: "", kind: "", link: "" };

/** So many columns, or keys of an object, are looked at. */
export const MOST_NAMES = 100;

const LINE_END = /\r\n|\r|\n/;

/** The line, from 1, on which the character at an offset stands, and its place there. */
export function placeIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split(LINE_END);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** How many line ends a text has. */
export function lineEnds(text: string): number {
  return text.split(LINE_END).length - 1;
}
