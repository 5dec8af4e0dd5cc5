import type { RecordId } from "../../domain/ids.ts";
import type { CompletenessState } from "../../domain/vocabularies/supply.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import { makerVerb } from "../sentence/arc-sentence.ts";
import { labelInText, labelOf, listOf } from "../sentence/labels.ts";
import type { NeedView } from "../witness.ts";
import type { CommonCause } from "./common-causes.ts";
import type { Independence } from "./independence.ts";
import type { SupplierCount } from "./supply-need.ts";
import type { Supplier } from "./supplier.ts";

/** "Coherent", or "Broadcom and Google jointly" where they make it together. */
function supplierLabel(records: RecordIndex, companies: readonly RecordId[]): string {
  const names = listOf(companies.map((id) => labelOf(records, id)));
  return companies.length > 1 ? `${names} jointly` : names;
}

/** What a need's sentence is made of. */
export interface NeedWords {
  readonly view: NeedView;
  readonly buyer: RecordId | null;
  readonly list: CompletenessState;
  readonly nominal: SupplierCount;
  readonly active: SupplierCount;
  readonly qualified: SupplierCount;
  readonly suppliers: readonly Supplier[];
  readonly total: Independence | undefined;
}

/** One need in plain sentences: how many are documented, how many deliver, how many are independent. */
export function needSentence(records: RecordIndex, words: NeedWords): string {
  const { view, nominal, total } = words;
  const subject = `${labelOf(records, view.dependent)} needs ${view.name}`;
  if (nominal.high === 0)
    return `${subject}: no supplier is documented that counts, which does not mean that there is none.`;
  const known = `${range(nominal)} documented ${nominal.high === 1 ? "supplier" : "suppliers"} (${listWords(words)})`;
  const qualified =
    words.buyer === null ? "" : `, ${range(words.qualified)} qualified at ${labelOf(records, words.buyer)}`;
  const basis = `${subject}: ${known}, ${deliverWords(records, words)}${qualified}.`;
  return total === undefined ? basis : `${basis} ${totalWords(records, words, total)}`;
}

function listWords({ list, nominal }: NeedWords): string {
  if (list === "PARTIAL") return "others are known to exist";
  return nominal.isAtLeast ? "there may be others" : "these are all";
}

function deliverWords(records: RecordIndex, { nominal, active, suppliers }: NeedWords): string {
  if (active.high === 0) return "none delivers yet";
  const delivering = suppliers.filter(({ status }) => status === "ACTIVE");
  const names = listOf(delivering.map(({ companies }) => supplierLabel(records, companies)));
  const areAll = active.low === nominal.low && active.high === nominal.high && active.high > 1;
  const verb = active.high === 1 ? "delivers" : "deliver";
  return `${areAll ? "all of which" : range(active)} ${verb} (${names})`;
}

function totalWords(records: RecordIndex, words: NeedWords, total: Independence): string {
  const { low, high, smallestSet, unplaced, isCut } = total;
  const isOpen = words.list === "PARTIAL" || words.nominal.isAtLeast;
  const head = `Really independent ${isOpen ? "of those documented" : "among them"}: ${range({ low, high })}`;
  const others = isOpen ? ` (${listWords(words)})` : "";
  const causes = listOf(smallestSet.map((id) => causeLabel(records, id)));
  const sure = words.buyer === null ? words.active.low : words.qualified.low;
  // As many causes as suppliers: nothing is shared, so that the range comes of who may not count.
  const isOfSuppliers = low === sure;
  if (low === high)
    return isOfSuppliers
      ? `${head}${others}.`
      : `${head}${others}; they all fall with ${causes}, which is proved.`;
  if (low === 0) return `${head}; ${unsureWords("none", words)}, which does not mean that none is.`;
  if (isCut) return `${head}; sets of more than ${low - 1} causes were not searched.`;
  if (unplaced.length > 0) {
    const names = listOf(unplaced.map((list) => supplierLabel(records, list)));
    return `${head}; no plant for the part itself is documented of ${names}: it may lie in the country of another.`;
  }
  if (isOfSuppliers) return `${head}; ${unsureWords(`only ${causes}`, words)}.`;
  return `${head}; by what is documented they all fall with ${causes}, which does not prove that nothing else stands in.`;
}

/** A country takes what is made in it. */
function causeLabel(records: RecordIndex, id: RecordId): string {
  const label = labelInText(records, id);
  return records.record(id)?.kind === "Place" ? `production in ${label}` : label;
}

function unsureWords(who: string, { buyer }: NeedWords): string {
  return buyer === null ? `${who} surely delivers on the day` : `${who} is known to be qualified`;
}

/** "2", or "1 to 2". */
function range({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? String(low) : `${low} to ${high}`;
}

/** Why some suppliers fall together. */
export function causeSentence(
  records: RecordIndex,
  cause: CommonCause,
  delivering: readonly Supplier[],
): string {
  const members = cause.suppliers.flatMap((position) => delivering[position] ?? []);
  const others = members.filter(({ companies }) => !companies.includes(cause.cause));
  const names = (list: readonly Supplier[]): string =>
    listOf(
      list.map(({ companies }) => supplierLabel(records, companies)),
      8,
    );
  const label =
    cause.kind === "UPSTREAM" ? causeLabel(records, cause.cause) : labelInText(records, cause.cause);
  switch (cause.kind) {
    case "PARENT":
      return `${names(others)} ${others.length === 1 ? "belongs" : "belong"} to ${label}${provedWords(cause, "the control is concluded or its dates are uncertain, so this proves nothing")}.`;
    case "PLANT":
      return `${names(members)} have no other documented plant for it than ${label}, which does not prove that there is none.`;
    case "COUNTRY":
      return `All documented plants of ${names(members)} for it lie in ${label}, which does not prove that there are no others.`;
    default:
      return `${names(others)} ${others.length === 1 ? "falls" : "fall"} with ${label}${wayWords(records, cause)}${upstreamWords(cause)}.`;
  }
}

function provedWords({ verdict }: CommonCause, otherwise: string): string {
  return verdict === "PROVED" ? "" : `; ${otherwise}`;
}

function upstreamWords({ verdict, list }: CommonCause): string {
  if (verdict === "PROVED") return "; the documented providers on the way are all there are";
  return list === "PARTIAL"
    ? "; no other is documented on the way, though others are known to exist"
    : "; no other is documented on the way, which does not prove that there is none";
}

/** ", which fabricates the 1.6T PAM4 DSP", and what that goes into. */
function wayWords(records: RecordIndex, { cause, through }: CommonCause): string {
  const way = through.slice(1);
  const components = way.filter((id) => records.record(id)?.kind === "Component").toReversed();
  const making = way.map((id) => records.record(id)).findLast((record) => record?.kind === "MAKES");
  const makes =
    making?.from === cause ? [`, which ${makerVerb(making)} ${labelOf(records, making.to ?? "")}`] : [];
  const rest = components.filter((id) => making?.from !== cause || id !== making.to);
  const into = rest.map((id) => labelOf(records, id));
  const verb = makes.length > 0 ? ", needed for " : " of ";
  return `${makes.join("")}${into.length === 0 ? "" : `${verb}${into.join(", needed for ")}`}`;
}
