import {
  concentrationRatio,
  effectiveNumber,
  groupShares,
  hhi,
  normalisedHhi,
  shareEntropy,
} from "../../graph/hhi.ts";
import { hhiOfIntervals, hhiWithUnknown } from "../../graph/hhi-bounds.ts";
import type { ShareInterval } from "../../graph/interval-market.ts";
import { merger2023, merger2023OfBounds } from "../../graph/merger-2023.ts";
import { mergerOfIntervals } from "../../graph/merger-bounds.ts";
import { merger } from "../../graph/merger.ts";
import { mhhi } from "../../graph/mhhi.ts";
import { ABSOLUTE_1E6, caseName, finiteOrNull, isObject, isSame, objectsOf, runCase } from "./compare.ts";
import type { CaseComparison, CaseResult, Json } from "./compare.ts";

const RUNNERS: Readonly<Record<string, (comparison: CaseComparison, fields: Json) => void>> = {
  cases: runShares,
  partial_known: runPartlyKnown,
  interval_shares: runIntervals,
  merger_with_interval_shares: runMerger,
  ownership: runOwnership,
  mhhi: runMhhi,
};

/** The sections of a file that are run. */
export const HHI_SECTIONS = Object.keys(RUNNERS);

/** A file of concentration cases: some section of its own, or cases with shares or weights. */
export function isHhiFile(file: Json): boolean {
  const own = Object.keys(RUNNERS).some(
    (section) => section !== "cases" && objectsOf(file[section]).length > 0,
  );
  return own || objectsOf(file["cases"]).some((fields) => "shares_pct" in fields || "weights" in fields);
}

/** Runs every case of every section. Tolerance: absolute 1e-6, as the file says. */
export function runHhiFile(file: Json): readonly CaseResult[] {
  return Object.entries(RUNNERS).flatMap(([section, run]) =>
    objectsOf(file[section]).map((fields, i) =>
      runCase(caseName(fields, section, i), fields, ABSOLUTE_1E6, run),
    ),
  );
}

function runShares(comparison: CaseComparison, fields: Json): void {
  comparison.inputs("shares_pct", "weights", "mergers", "merge_first_two");
  const shares = sharesOf(fields);
  const index = hhi(shares);
  comparison.field("sum_pct", () => shares.reduce((sum, share) => sum + share, 0));
  comparison.field("hhi", () => index);
  comparison.field("hhi_0_1", () => index / 10_000);
  comparison.field("effective_number", () => finiteOrNull(effectiveNumber(index)));
  comparison.field("entropy_nats", () => shareEntropy(shares));
  comparison.field("hhi_normalised", () => normalisedHhi(shares));
  for (const name of Object.keys(fields)) {
    const k = /^cr(\d+)$/.exec(name)?.[1];
    if (k !== undefined) comparison.field(name, () => concentrationRatio(shares, Number(k)));
  }
  for (const [i, fieldsOfMerger] of objectsOf(fields["mergers"]).entries()) {
    runPointMerger(comparison.part(`mergers[${i}]`, fieldsOfMerger), fieldsOfMerger, shares);
  }
  const firstTwo = fields["merge_first_two"];
  if (isObject(firstTwo)) runPointMerger(comparison.part("merge_first_two", firstTwo), firstTwo, shares);
}

function runPointMerger(comparison: CaseComparison, fields: Json, shares: readonly number[]): void {
  comparison.inputs("merge_indices", "us_2023");
  const effect = merger(shares, (fields["merge_indices"] as readonly number[] | undefined) ?? [0, 1]);
  comparison.field("merged_share_pct", () => effect.mergedShare);
  comparison.field("post_hhi", () => effect.postHhi);
  comparison.field("delta", () => effect.delta);
  const verdict = fields["us_2023"];
  if (!isObject(verdict)) return;
  const presumption = merger2023(effect);
  const part = comparison.part("us_2023", verdict);
  part.field("presumption_hhi", () => presumption.byHhi);
  part.field("presumption_share", () => presumption.byShare);
  part.field("presumption", () => presumption.presumed);
}

function runPartlyKnown(comparison: CaseComparison, fields: Json): void {
  comparison.inputs("known_pct", "unknown_firms", "unknown_cap_pct");
  const bounds = hhiWithUnknown({
    knownPct: fields["known_pct"] as readonly number[],
    unknownFirms: (fields["unknown_firms"] as number | null | undefined) ?? null,
    unknownCapPct: (fields["unknown_cap_pct"] as number | null | undefined) ?? null,
  });
  comparison.field("feasible", () => bounds.feasible);
  comparison.field("residual", () => bounds.residual);
  comparison.field("min", () => (bounds.feasible ? bounds.min : null));
  comparison.field("min_attained", () => (bounds.feasible ? bounds.minAttained : null));
  comparison.field("max", () => (bounds.feasible ? bounds.max : null));
}

function runIntervals(comparison: CaseComparison, fields: Json): void {
  comparison.inputs("intervals_pct", "argmax_one_of");
  const bounds = hhiOfIntervals(fields["intervals_pct"] as readonly ShareInterval[]);
  comparison.field("feasible", () => bounds.feasible);
  comparison.field("min", () => (bounds.feasible ? bounds.min : null));
  comparison.field("argmin", () => (bounds.feasible ? bounds.argmin : null));
  // Too many open shares for an exact maximum: the bound is in the field of its own.
  comparison.field("max", () => (bounds.feasible && bounds.exact ? bounds.max : null));
  comparison.field("max_relaxed_upper_bound", () => (bounds.feasible ? bounds.relaxedMax : null));
  // The point of the greatest index need not be the only one: ours must be as concentrated as the one given.
  const argmax = fields["argmax_one_of"];
  if (!Array.isArray(argmax)) return;
  comparison.field("argmax_one_of", () => {
    const ours = bounds.feasible ? bounds.argmax : undefined;
    return ours !== undefined && isSame(hhi(argmax as number[]), hhi(ours), ABSOLUTE_1E6) ? argmax : ours;
  });
}

function runMerger(comparison: CaseComparison, fields: Json): void {
  comparison.inputs("intervals_pct", "merge");
  const bounds = mergerOfIntervals(
    fields["intervals_pct"] as readonly ShareInterval[],
    fields["merge"] as readonly [number, number],
  );
  comparison.field("feasible", () => bounds.feasible);
  comparison.field("delta_min", () => (bounds.feasible ? bounds.delta.min : null));
  comparison.field("delta_max", () => (bounds.feasible ? bounds.delta.max : null));
  comparison.field("post_hhi_min", () => (bounds.feasible ? bounds.postHhi.min : null));
  comparison.field("post_hhi_max", () => (bounds.feasible ? bounds.postHhi.max : null));
  comparison.field("merged_share_min", () => (bounds.feasible ? bounds.mergedShare.min : null));
  comparison.field("merged_share_max", () => (bounds.feasible ? bounds.mergedShare.max : null));
  comparison.field("us_2023_presumption", () => (bounds.feasible ? merger2023OfBounds(bounds) : null));
}

function runOwnership(comparison: CaseComparison, fields: Json): void {
  comparison.inputs("rule", "shares_pct", "parent");
  const shareByFirm = fields["shares_pct"] as Readonly<Record<string, number>>;
  const parentByFirm = fields["parent"] as Readonly<Record<string, string>>;
  const firms = Object.keys(shareByFirm);
  const shares = firms.map((firm) => shareByFirm[firm] ?? 0);
  const parents = firms.map((firm) => parentByFirm[firm] ?? firm);
  const groups = [...new Set(parents)];
  comparison.field("hhi_ungrouped", () => hhi(shares));
  comparison.field("hhi_grouped", () =>
    hhi(
      groupShares(
        shares,
        parents.map((parent) => groups.indexOf(parent)),
      ),
    ),
  );
}

function runMhhi(comparison: CaseComparison, fields: Json): void {
  comparison.inputs("shares_pct", "cash_rights_owner_by_firm", "control_rights");
  const rights = [fields["control_rights"], fields["control_rights_owner_by_firm"]].find(Array.isArray);
  comparison.inputs("control_rights_owner_by_firm");
  const modified = mhhi(
    fields["shares_pct"] as readonly number[],
    fields["cash_rights_owner_by_firm"] as readonly (readonly number[])[],
    rights as readonly (readonly number[])[] | undefined,
  );
  comparison.field("hhi", () => modified.hhi);
  comparison.field("mhhi_delta", () => modified.delta);
  comparison.field("mhhi", () => modified.mhhi);
}

function sharesOf(fields: Json): readonly number[] {
  const shares = fields["shares_pct"] as readonly number[] | undefined;
  if (shares !== undefined) return shares;
  const weights = fields["weights"] as readonly number[];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (100 * weight) / total);
}
