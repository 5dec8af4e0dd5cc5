import { CONFIDENCES } from "../../domain/channels.ts";
import { membershipAt, type Membership, type PartialDate } from "../../domain/date.ts";
import { booleanField, numberField, textField, type StoredRecord } from "../../domain/record.ts";
import type { Confidence } from "../../domain/vocabularies/envelope.ts";
import type { ComputedUnder } from "../fact-filter.ts";
import type { Money } from "./contract-money.ts";

/** When a stake is held, as precise as its source; absent bounds are open. */
export interface StakeTerm {
  readonly since: PartialDate | undefined;
  readonly until: PartialDate | undefined;
}

export function stakeTerm(stake: StoredRecord): StakeTerm {
  return {
    since: textField(stake, "validFrom") ?? textField(stake, "date"),
    until: textField(stake, "validTo"),
  };
}

export function stakeHolds(stake: StoredRecord, { asOf }: ComputedUnder): Membership {
  const { since, until } = stakeTerm(stake);
  return membershipAt(asOf, since, until);
}

/** The argument that takes a stake away; null where it counts. */
export function stakeFilter(stake: StoredRecord, under: ComputedUnder): string | null {
  if (stakeHolds(stake, under) === "NO") return "asOf";
  const confidence = CONFIDENCES.indexOf((textField(stake, "confidence") ?? "LOW") as Confidence);
  if (confidence < CONFIDENCES.indexOf(under.minConfidence)) return "minConfidence";
  return booleanField(stake, "inferred") && under.minCertainty === "DOCUMENTED" ? "minCertainty" : null;
}

/** Its stated value on its basis: what was paid, or what it is worth. */
export function stakeMoney(stake: StoredRecord): Money | null {
  const [value, unit] = [numberField(stake, "value"), textField(stake, "currency")];
  if (value === undefined || unit === undefined) return null;
  const basis = textField(stake, "valueBasis") ?? "UNKNOWN";
  return { low: basis === "UP_TO" ? 0 : value, high: value, unit, basis };
}
