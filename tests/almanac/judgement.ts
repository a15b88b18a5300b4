import { join } from "node:path";
import { readJudgement } from "../../src/almanac/judgement-read.ts";

/** The judgement of data/significance: there is but one. */
export const JUDGEMENT = readJudgement(join(import.meta.dirname, "../../data"));
