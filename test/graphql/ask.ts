import { graphql, type GraphQLError } from "graphql";
import type { GraphRecord } from "../../src/domain/record.ts";
import { createContext, type Curation, type RequestDetails } from "../../src/graphql/context.ts";
import { errorFormatter } from "../../src/graphql/format-error.ts";
import { buildGraphqlSchema } from "../../src/graphql/schema.ts";
import { buildProjection, type Projection } from "../../src/projection/projection.ts";
import { countCalls } from "../../src/store/counting-store.ts";
import { openEmbeddedStore } from "../../src/store/embedded/embedded-store.ts";
import type { GraphStore } from "../../src/store/graph-store.ts";

export interface AskOptions extends RequestDetails {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly curation?: Curation;
}

export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly { readonly message: string; readonly code: unknown; readonly path: string }[];
  /** How often each method of the store was called. */
  readonly calls: Readonly<Record<string, number>>;
}

export interface Asker {
  readonly store: GraphStore;
  readonly ask: (query: string, options?: AskOptions) => Promise<Answer>;
}

/** The day on which the tests take place. */
export const TODAY = "2026-11-25";

/** An API over a new embedded store with the records. Each question is a request of its own. */
export async function askerOf(records: readonly GraphRecord[]): Promise<Asker> {
  const store = await openEmbeddedStore({ directory: ":memory:" });
  await store.apply({ id: "fixture", author: "test", message: "Fixture.", puts: records, removes: [] });
  return askerOn(store);
}

export async function askerOn(store: GraphStore): Promise<Asker> {
  const schema = await buildGraphqlSchema();
  const projection = await projectionOf(store);
  const formatError = errorFormatter({ report: reportUnexpected, hidesSuggestions: false });
  const toError = (error: GraphQLError): Answer["errors"][number] => {
    const { message, extensions, path = [] } = formatError(error.toJSON(), error);
    return { message, code: extensions?.["code"], path: path.join(".") };
  };
  return {
    store,
    ask: async (source, { variables, operationName, curation, ...details } = {}) => {
      const counted = countCalls(store);
      const services = {
        store: counted.store,
        projection: () => projection,
        ...(curation === undefined ? {} : { curation }),
      };
      const contextValue = createContext(services, { today: TODAY, ...details });
      const { data, errors } = await graphql({
        schema,
        source,
        contextValue,
        ...(variables === undefined ? {} : { variableValues: variables }),
        ...(operationName === undefined ? {} : { operationName }),
      });
      // Plain objects, as they go over the wire.
      const plain = data === undefined ? undefined : (JSON.parse(JSON.stringify(data)) as Answer["data"]);
      return { data: plain, errors: (errors ?? []).map(toError), calls: counted.calls() };
    },
  };
}

/** The answer of a query that must not fail. */
export async function dataOf(
  asker: Asker,
  query: string,
  options?: AskOptions,
): Promise<Record<string, unknown>> {
  const { data, errors } = await asker.ask(query, options);
  if (errors.length > 0 || data === null || data === undefined) throw new TypeError(JSON.stringify(errors));
  return data;
}

async function projectionOf(store: GraphStore): Promise<Projection> {
  const records: Parameters<Parameters<GraphStore["scan"]>[0]>[0][number][] = [];
  const version = await store.scan((batch) => void records.push(...batch));
  return buildProjection(records, version);
}

function reportUnexpected(_id: string, error: unknown): void {
  console.error(error);
}
