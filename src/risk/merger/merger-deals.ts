import { compareStrings } from "../../domain/compare.ts";
import { dayRange, type Day } from "../../domain/date.ts";
import type { RecordId } from "../../domain/ids.ts";
import { numberField, textField, type StoredRecord } from "../../domain/record.ts";
import { vocabulary, type WordOf } from "../../domain/vocabulary.ts";
import { contractTerm } from "../../projection/contract-term.ts";
import { dayNumber } from "../../projection/day-number.ts";
import type { Projection } from "../../projection/projection.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { labelOf, listOf } from "../sentence/labels.ts";
import { moneyWords, valueWords } from "../sentence/quantities.ts";
import { dealsBetween } from "./group-contracts.ts";
import type { PartyGroups } from "./party-groups.ts";

export const dealState = vocabulary("DealState", "Where a purchase or an offer stood on a day.", {
  OPEN: "Neither carried out nor ended, as far as sources say.",
  COMPLETED: "Carried out.",
  ENDED: "Ended without being carried out: voted down, terminated, withdrawn, lapsed.",
});
export type DealState = WordOf<typeof dealState>;

/** A purchase or an offer between the two, as it stood on the day. */
export interface MergerDeal {
  readonly contract: RecordId;
  readonly state: DealState;
  /** Votes and other events that hit it by the day. */
  readonly events: readonly RecordId[];
  readonly sentence: string;
}

/** The deals between the two that were known by the day, the latest first, then by id. */
export function mergerDeals(projection: Projection, groups: PartyGroups, day: Day): readonly MergerDeal[] {
  const { records } = projection;
  return dealsBetween(projection, groups)
    .filter((deal) => contractTerm(records, deal).start.first <= dayNumber(day))
    .toSorted((a, b) => contractTerm(records, b).start.first - contractTerm(records, a).start.first)
    .map((deal) => {
      const state = stateOf(deal, day);
      const events = eventsOn(records, deal.id, day);
      return { contract: deal.id, state, events, sentence: dealWords(records, deal, state, events) };
    });
}

/** Where a deal stood on a day; what came later is not known yet. */
export function stateOf(deal: StoredRecord, day: Day): DealState {
  const outcome = textField(deal, "outcome");
  const date = textField(deal, "outcomeDate");
  if (outcome === undefined || (date !== undefined && dayRange(date).first > day)) return "OPEN";
  return outcome === "COMPLETED" ? "COMPLETED" : "ENDED";
}

function eventsOn(records: RecordIndex, deal: RecordId, day: Day): readonly RecordId[] {
  return records
    .in(deal, "AFFECTS")
    .flatMap(({ from }) => records.record(from ?? "") ?? [])
    .filter((event) => isKnownBy(textField(event, "start"), day))
    .map(({ id }) => id);
}

/** Claims about a deal between the two or about both, and those that answer one, said by the day or undated; by id. */
export function mergerClaims(
  { records }: Projection,
  groups: PartyGroups,
  deals: readonly MergerDeal[],
  day: Day,
): readonly RecordId[] {
  const claimsOn = (ids: readonly RecordId[]): ReadonlySet<RecordId> =>
    new Set(ids.flatMap((id) => records.in(id, "ABOUT").map(({ from }) => from ?? "")));
  const [onAcquirer, onTarget] = [claimsOn(groups.acquirer.members), claimsOn(groups.target.members)];
  const first = [
    ...claimsOn(deals.map(({ contract }) => contract)),
    ...[...onAcquirer].filter((id) => onTarget.has(id)),
  ];
  const answers = first.flatMap((id) => records.referring(id, "ANSWERS").map((claim) => claim.id));
  return [...new Set([...first, ...answers])]
    .flatMap((id) => records.record(id) ?? [])
    .filter((claim) => claim.kind === "Claim" && isKnownBy(textField(claim, "date"), day))
    .map(({ id }) => id)
    .toSorted(compareStrings);
}

function isKnownBy(date: string | undefined, day: Day): boolean {
  return date === undefined || dayRange(date).first <= day;
}

/** One sentence on a deal: date, price on its basis, and how it stands. */
export function dealWords(
  records: RecordIndex,
  deal: StoredRecord,
  state: DealState,
  events: readonly RecordId[],
): string {
  const signed = textField(deal, "signed");
  const [value, currency] = [numberField(deal, "value"), textField(deal, "currency")];
  const isOffer = textField(deal, "type") === "ACQUISITION_OFFER";
  const perShare = numberField(deal, "pricePerShare");
  const parts = [
    ...(signed === undefined ? [] : [`${isOffer ? "made" : "signed"} ${signed}`]),
    ...(value === undefined || currency === undefined
      ? ["the price is not known"]
      : [valueWords(value, currency, textField(deal, "valueBasis"))]),
    ...(perShare === undefined ? [] : [`${moneyWords(perShare, currency)} a share`]),
  ];
  return `${labelOf(records, deal.id)}: ${parts.join(", ")}; ${stateWords(records, deal, state, events)}.`;
}

function stateWords(
  records: RecordIndex,
  deal: StoredRecord,
  state: DealState,
  events: readonly RecordId[],
): string {
  if (state === "OPEN") return "no source in the graph says that it was carried out or ended by this date";
  const date = textField(deal, "outcomeDate");
  const when = date === undefined ? "" : ` ${date}`;
  const headline = textField(deal, "outcome") ?? "";
  const others = records
    .evidenceOf(deal.id)
    .filter((entry) => textField(entry, "field") === "outcome")
    .flatMap((entry) => textField(entry, "text") ?? [])
    .filter((text) => text !== headline);
  const also =
    others.length === 0
      ? ""
      : ` (${[...new Set(others)].map(plain).join(" or ")}, in the words of another source)`;
  const happened = events.length === 0 ? "" : `; ${listOf(events.map((id) => labelOf(records, id)))}`;
  return `${plain(headline)}${when}${also}${happened}`;
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll("_", " ");
}
