import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { attributionOf } from "../../domain/attribution.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import { citationOfSource, type Citation } from "../citation/citation.ts";
import { CitationType } from "../citation/citation.type.ts";
import { connectionOf, toConnection, type Connection } from "../connection/connection-type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage } from "../connection/page-arguments.ts";
import type { RequestContext } from "../context.ts";
import { FactType } from "../fact/fact.type.ts";
import type { RecordNode } from "../kind/record-node.ts";
import { SourceType } from "./source.type.ts";

const FactConnection = connectionOf("Fact", () => FactType);

@Resolver(() => SourceType)
export class SourceResolver {
  @FieldResolver(() => CitationType, { description: "How to cite it." })
  async citation(@Root() { record }: SourceType, @Ctx() context: RequestContext): Promise<Citation> {
    const [publisher, carrier] = await Promise.all([
      referred(context, record, "publisher"),
      referred(context, record, "carrier"),
    ]);
    return citationOfSource({ source: record, publisher, carrier });
  }

  @FieldResolver()
  async attribution(
    @Root() { record }: SourceType,
    @Ctx() context: RequestContext,
  ): Promise<string | undefined> {
    return attributionOf(record, await referred(context, record, "publisher"));
  }

  @FieldResolver(() => FactConnection, { description: "The facts that cite it, each once, by id." })
  async facts(
    @Root() { record }: SourceType,
    @Ctx() { loaders }: RequestContext,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Promise<Connection<RecordNode>> {
    const { ids, cursors, hasMore, totalCount } = await loaders.facts.load(
      record.id,
      forwardPage({ first, after }),
    );
    const items = await loaders.node.loadMany(ids);
    const page = {
      items,
      cursors,
      hasNextPage: hasMore,
      hasPreviousPage: typeof after === "string",
      totalCount,
    };
    return toConnection(page, (node) => node);
  }
}

async function referred(
  { loaders }: RequestContext,
  record: StoredRecord,
  field: string,
): Promise<StoredRecord | undefined> {
  const id = textField(record, field);
  return id === undefined ? undefined : ((await loaders.record.load(id)) ?? undefined);
}
