import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { InvalidArgumentError, NotFoundError } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import { FACT_KINDS } from "../../domain/kind-names.ts";
import type { StoredRecord } from "../../domain/record.ts";
import { requireShort } from "../answer/question-of.ts";
import { connectionOf, toConnection, type Connection } from "../connection/connection-type.ts";
import { AFTER_OPTIONS, FIRST_OPTIONS, forwardPage, MAX_PAGE_SIZE } from "../connection/page-arguments.ts";
import { pageOfList } from "../connection/page-of-list.ts";
import type { RequestContext } from "../context.ts";
import { SourceType } from "../source/source.type.ts";
import { bibliographyOf, type Bibliography } from "./bibliography.ts";
import { BibliographyType } from "./bibliography.type.ts";
import { citedInStore } from "./cited-sources.ts";
import { graphItem } from "./graph-item.ts";
import { SourceUseType } from "./source-use.type.ts";

const SourceUseConnection = connectionOf("SourceUse", () => SourceUseType);

@Resolver(() => BibliographyType)
export class BibliographyResolver {
  @Query(() => BibliographyType, {
    description: "What some facts rest on, ready to be cited: their sources, and whom to name beside them.",
  })
  async bibliography(
    @Arg("of", () => [ID], {
      description: `Ids of facts, or of sources themselves, 1 to ${MAX_PAGE_SIZE}; ids that were given up work too.`,
    })
    of: readonly RecordId[],
    @Ctx() { loaders, today }: RequestContext,
  ): Promise<Bibliography> {
    if (of.length === 0) throw new InvalidArgumentError("of", "0 ids", `1 to ${MAX_PAGE_SIZE} ids`);
    requireShort("of", of);
    const found = await Promise.all(of.map((id) => loaders.lookup.load(id)));
    const records = found.map((record, index) => requireCitable(of[index] ?? "", record));
    const idsOf = (isSource: boolean): readonly RecordId[] => [
      ...new Set(records.filter(({ kind }) => (kind === "Source") === isSource).map(({ id }) => id)),
    ];
    const [sources, version] = await Promise.all([
      citedInStore(loaders, idsOf(false), idsOf(true)),
      loaders.version.load(),
    ]);
    return bibliographyOf(graphItem({ version, day: today }), sources);
  }

  @FieldResolver(() => SourceUseConnection, { description: "The sources, each once, by id." })
  sources(
    @Root() { sources }: Bibliography,
    @Arg("first", () => Int, FIRST_OPTIONS) first: number,
    @Arg("after", () => String, AFTER_OPTIONS) after: string | undefined,
  ): Connection<SourceUseType> {
    const page = pageOfList(
      "sources",
      sources,
      ({ source: { id } }) => ({ key: id, id }),
      forwardPage({ first, after }),
    );
    return toConnection(page, ({ source, factCount, disputedCount }) => ({
      source: new SourceType(source),
      factCount,
      disputedCount,
    }));
  }
}

/** Throws NotFoundError, and InvalidArgumentError for a record that states nothing. */
function requireCitable(id: RecordId, record: StoredRecord | null): StoredRecord {
  if (record === null) throw new NotFoundError("record", id);
  if (record.kind === "Source" || FACT_KINDS.includes(record.kind)) return record;
  throw new InvalidArgumentError("of", `"${id}" (${record.kind})`, "ids of facts or of sources");
}
