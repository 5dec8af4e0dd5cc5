import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";

export const conflictKind = vocabulary("ConflictKind", "In what way sources are at odds.", {
  VALUES:
    "Sources of different origin give values of one field that differ by more than rounding, in one unit, on one basis, and not of different dates.",
  OBSERVATIONS: "Figures of one subject, metric, unit, basis and time differ by more than rounding.",
  ESTIMATES:
    "Published market statements on the same thing, measured alike and of one period, differ in a share by more than rounding.",
  CLAIMS: "One claim answers another, and they speak against each other.",
  DISPUTED: "A source says that the fact is otherwise.",
  NOT_COMPARABLE:
    "No disagreement that anyone can tell: figures that look alike, whose basis, unit, date or timing differ or are not stated. Told only when asked for.",
});
export type ConflictKind = WordOf<typeof conflictKind>;
