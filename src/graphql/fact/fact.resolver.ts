import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { freshnessOf } from "../../domain/freshness.ts";
import { listField, textField, type StoredRecord } from "../../domain/record.ts";
import { supportedRange, type RangeEnd } from "../../domain/supported-range.ts";
import { verification, type Verification } from "../../domain/vocabularies/envelope.ts";
import { MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import { citationOfFact, type Citation } from "../citation/citation.ts";
import { CitationType } from "../citation/citation.type.ts";
import { citedInStore } from "../citation/cited-sources.ts";
import { factTitle, namedInTitle, ownName } from "../citation/fact-title.ts";
import { factItem } from "../citation/graph-item.ts";
import type { RequestContext } from "../context.ts";
import { EvidenceType } from "../evidence/evidence.type.ts";
import { enumOf } from "../kind/enum-of.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { partialDateOrNull } from "../partial-date/partial-date.type.ts";
import { DateScalar } from "../scalars/date.scalar.ts";
import { FactType } from "./fact.type.ts";
import { FreshnessType } from "./freshness.type.ts";
import { SupportedRangeType, type RangeEndType } from "./supported-range.type.ts";

const verificationEnum = enumOf(verification);

@Resolver(() => FactType)
export class FactResolver {
  @FieldResolver(() => [EvidenceType], { description: "What sources say of it, by id, at most 100." })
  async evidence(@Root() { id }: RecordNode, @Ctx() { loaders }: RequestContext): Promise<EvidenceType[]> {
    const entries = await loaders.evidence.load(id);
    return entries.slice(0, MAX_PAGE_SIZE).map((entry) => new EvidenceType(entry));
  }

  @FieldResolver(() => verificationEnum, { description: "What its evidence adds up to." })
  verification(@Root() { id }: RecordNode, @Ctx() { loaders }: RequestContext): Promise<Verification> {
    return loaders.verification.load(id);
  }

  @FieldResolver(() => CitationType, {
    description: "How to cite it: the fact as an entry in the graph at its present version, and its sources.",
  })
  async citation(
    @Root() { record }: RecordNode,
    @Ctx() { loaders, today }: RequestContext,
  ): Promise<Citation> {
    const [sources, version, named] = await Promise.all([
      citedInStore(loaders, [record.id]),
      loaders.version.load(),
      Promise.all(namedInTitle(record).map((id) => loaders.record.load(id))),
    ]);
    const names = new Map(named.flatMap((entry) => (entry === null ? [] : [[entry.id, ownName(entry)]])));
    const title = factTitle(record, (id) => names.get(id) ?? id);
    const item = factItem(record.id, title, { version, day: today });
    return citationOfFact({ item, sources, inferredFrom: listField(record, "inferredFrom") });
  }

  @FieldResolver(() => FreshnessType, {
    description: "How old its youngest evidence is, and whether that is too old.",
  })
  async freshness(
    @Arg("asOf", () => DateScalar, { nullable: true, description: "The day to judge it on; absent: today." })
    asOf: string | undefined,
    @Root() { record }: RecordNode,
    @Ctx() { loaders, today }: RequestContext,
  ): Promise<FreshnessType> {
    const evidence = await loaders.evidence.load(record.id);
    const ids = evidence.map((entry) => textField(entry, "source") ?? "");
    const sources = await Promise.all(ids.map((id) => loaders.record.load(id)));
    const byId = new Map(sources.flatMap((source) => (source === null ? [] : [[source.id, source]])));
    const freshness = freshnessOf(record, evidence, (id) => byId.get(id), asOf ?? today);
    return { ...freshness, lastEvidence: partialDateOrNull(freshness.lastEvidence ?? undefined) };
  }

  @FieldResolver(() => SupportedRangeType, {
    nullable: true,
    description:
      "The least and greatest value of a numeric field that sources support; null when there is no value.",
  })
  async range(
    @Arg("field", () => String, { description: "The field, such as value or capacityMegawatts." })
    field: string,
    @Root() { record }: RecordNode,
    @Ctx() { loaders }: RequestContext,
  ): Promise<SupportedRangeType | null> {
    const range = supportedRange(record, field, await loaders.evidence.load(record.id));
    if (range === null) return null;
    const { unit = null, basis = null, headline = null, least, greatest } = range;
    return { ...range, unit, basis, headline, least: toRangeEnd(least), greatest: toRangeEnd(greatest) };
  }
}

function toRangeEnd({ value, evidence }: RangeEnd): RangeEndType {
  return { value, evidence: evidence === undefined ? null : new EvidenceType(evidence as StoredRecord) };
}
