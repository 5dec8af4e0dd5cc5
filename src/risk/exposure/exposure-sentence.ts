import type { Channel } from "../../domain/channels.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { Interval } from "../answer.ts";
import { standingWords, type StandingMoney } from "../money/standing-words.ts";
import { companyInText, listOf } from "../sentence/labels.ts";
import { intervalWords, trimmed } from "../sentence/quantities.ts";
import type { ExposureLine } from "./exposure-line.ts";

const WORDS: Readonly<Partial<Record<Channel, readonly [what: string, link: string]>>> = {
  REVENUE: ["Revenue", "from"],
  CREDIT: ["Credit or guarantee", "for"],
  CAPITAL: ["Financing", "from"],
  EXPOSURE: ["Investment", "in"],
  CAPACITY: ["Capacity", "from"],
  SUPPLY: ["Supply", "from"],
  POWER: ["Power", "from"],
};

/** "revenue", "financing": what is at stake in a channel. */
export function stakeWord(channel: Channel): string {
  return (WORDS[channel]?.[0] ?? channel).toLowerCase();
}

/** "Capacity of CoreWeave from Galaxy Digital: 1 contract (signed: USD 15 billion over the base term), 526 MW of contracted IT power." */
export function contractLineSentence(
  records: RecordIndex,
  { company, counterparty, channel, contracts, megawatts, share, shareOf }: Omit<ExposureLine, "sentence">,
  standing: readonly StandingMoney[],
): string {
  const [what, link] = WORDS[channel] ?? ["Exposure", "to"];
  const count = contracts.length === 1 ? "1 contract" : `${contracts.length} contracts`;
  const power = megawatts.map(intervalWords);
  const tail = power.length === 0 ? "" : `, ${listOf(power, power.length)}`;
  const part = share === null ? "" : `; ${shareWords(share)} of: ${shareOf ?? "the whole"}`;
  return `${what} of ${companyInText(records, company)} ${link} ${companyInText(records, counterparty)}: ${count} (${standingWords(standing)})${tail}${part}.`;
}

/** "62 %", "30 % to 40 %", "at least 10 %", "at most 5 %". */
export function shareWords({ low, high }: Interval): string {
  const words = (value: number): string => `${trimmed(Math.round(value * 10_000) / 100)} %`;
  if (low === null) return high === null ? "an unstated part" : `at most ${words(high)}`;
  if (high === null) return `at least ${words(low)}`;
  return low === high ? words(low) : `${words(low)} to ${words(high)}`;
}
