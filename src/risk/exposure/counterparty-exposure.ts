import { CHANNELS, type Channel } from "../../domain/channels.ts";
import { compareStrings } from "../../domain/compare.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { isPlaceholder } from "../concentration/estimate-participants.ts";
import { companyInText, labelOf, listOf } from "../sentence/labels.ts";
import { stakeWord } from "./exposure-sentence.ts";
import type { ExposureLine } from "./exposure-line.ts";

/** One counterparty with every line to it; several companies may share it. */
export interface CounterpartyExposure {
  readonly counterparty: RecordId;
  /** Who is exposed to it, by id. */
  readonly companies: readonly RecordId[];
  readonly channels: readonly Channel[];
  readonly lines: readonly ExposureLine[];
  readonly sentence: string;
}

/** Counterparties, the most shared first, then by id. Somebody unnamed is a party of one deal, and shared by nobody. */
export function counterpartyExposures(
  records: RecordIndex,
  lines: readonly ExposureLine[],
): readonly CounterpartyExposure[] {
  const groups = new Map<string, ExposureLine[]>();
  for (const line of lines) {
    const { counterparty, company } = line;
    const key = isPlaceholder(records, counterparty) ? `${counterparty} ${company}` : counterparty;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups.values()]
    .flatMap((those) => {
      const counterparty = those[0]?.counterparty;
      return counterparty === undefined ? [] : [exposureTo(records, counterparty, those)];
    })
    .toSorted(
      (a, b) =>
        b.companies.length - a.companies.length ||
        compareStrings(a.counterparty, b.counterparty) ||
        compareStrings(a.companies.join(" "), b.companies.join(" ")),
    );
}

function exposureTo(
  records: RecordIndex,
  counterparty: RecordId,
  lines: readonly ExposureLine[],
): CounterpartyExposure {
  const companies = [...new Set(lines.map(({ company }) => company))].toSorted(compareStrings);
  const names = listOf(
    companies.map((id) => labelOf(records, id)),
    8,
  );
  const verb = companies.length === 1 ? "is" : companies.length === 2 ? "are both" : "are all";
  const channels = CHANNELS.filter((channel) => lines.some((line) => line.channel === channel));
  const ways = channels.map(stakeWord);
  return {
    counterparty,
    companies,
    channels,
    lines,
    sentence: `${names} ${verb} exposed to ${companyInText(records, counterparty)}: ${listOf(ways, ways.length)}.`,
  };
}
