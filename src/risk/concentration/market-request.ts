import { InvalidArgumentError } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { EntityKind } from "../../domain/kind-names.ts";
import { capacityBasis, valueBasis } from "../../domain/vocabularies/units.ts";
import { hasWord, type Vocabulary } from "../../domain/vocabulary.ts";
import type { Projection } from "../../projection/projection.ts";
import { requireNodeNumber } from "../endpoint.ts";
import { MARKET_RULES, type MarketGroup, type MarketInput, type MarketKind } from "./market.ts";

/** A market as it was asked for, whole and sensible. */
export interface MarketRequest {
  readonly market: MarketInput;
  readonly groupBy: MarketGroup;
  /** What its amounts measure where no statement answers; null where only statements can. */
  readonly amounts: "MW" | "VALUE" | null;
}

/**
 * Checks a market and fills in its defaults; a redirected subject stands for its target. Throws NotFoundError for an unknown subject, and
 * InvalidArgumentError for a subject, group, measure or basis that means nothing for the kind of market.
 */
export function requireMarket(
  projection: Projection,
  input: MarketInput,
  groupBy: MarketGroup | undefined,
): MarketRequest {
  const market = { ...input, subject: requireSubject(projection, input) };
  return { market, groupBy: requireGroup(input.kind, groupBy), amounts: requireMeasure(market) };
}

function requireSubject(projection: Projection, { kind, subject }: MarketInput): RecordId {
  const id = projection.nodeId(requireNodeNumber(projection, "market.subject", subject));
  const subjectKind = projection.records.record(id)?.kind as EntityKind;
  const { subjects } = MARKET_RULES[kind];
  if (subjects.includes(subjectKind)) return id;
  throw new InvalidArgumentError(
    "market.subject",
    `"${subject}" (${subjectKind})`,
    `a ${subjects.join(" or ")} for ${kind}`,
  );
}

/** The group that a kind of market is asked in. Throws InvalidArgumentError for one that means nothing for it. */
export function requireGroup(kind: MarketKind, groupBy: MarketGroup | undefined): MarketGroup {
  const { groups, groupsBecause } = MARKET_RULES[kind];
  const group = groupBy ?? groups[0] ?? "COMPANY";
  if (groups.includes(group)) return group;
  throw new InvalidArgumentError("groupBy", group, `${listed(groups)} for ${kind}: ${groupsBecause}`);
}

/** Where statements can answer, any measure picks among them; amounts know only their own. */
function requireMeasure({ kind, measure, basis, estimate }: MarketInput): "MW" | "VALUE" | null {
  const { measures, side } = MARKET_RULES[kind];
  const asked = measures.find((word) => word === measure);
  if (measure !== undefined && asked === undefined && side === undefined)
    throw new InvalidArgumentError("market.measure", measure, `${listed(measures)} for ${kind}`);
  const amounts = measure === undefined ? (measures[0] ?? null) : (asked ?? null);
  if (basis !== undefined) requireBasis(kind, basis, amounts, estimate);
  return amounts;
}

function requireBasis(
  kind: string,
  basis: string,
  amounts: "MW" | "VALUE" | null,
  estimate: RecordId | undefined,
): void {
  if (amounts === null || estimate !== undefined)
    throw new InvalidArgumentError(
      "market.basis",
      basis,
      `none where a published statement answers ${kind}: choose the statement with market.estimate`,
    );
  const words: Vocabulary = amounts === "MW" ? capacityBasis : valueBasis;
  if (hasWord(words, basis) && basis !== "UNKNOWN") return;
  const known = Object.keys(words.values).filter((word) => word !== "UNKNOWN");
  throw new InvalidArgumentError(
    "market.basis",
    `"${basis}"`,
    `${listed(known)}${basis === "UNKNOWN" ? ": what an amount on an unstated basis counts is not known, so they can't be added" : ""}`,
  );
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}
