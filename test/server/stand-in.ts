import type { FastifyInstance } from "fastify";
import { buildSchema, type GraphQLSchema, type GraphQLFieldResolver } from "graphql";
import { Writable } from "node:stream";
import { afterEach } from "vitest";
import { readConfig, type Config } from "../../src/server/config.ts";
import { createHttp, type HttpParts } from "../../src/server/http.ts";
import { createLogger } from "../../src/server/logger.ts";
import { createMetrics } from "../../src/server/metrics.ts";
import type { ProjectionState } from "../../src/server/projection-state.ts";

export const GRAPH_VERSION = "3f0c9f2e-0000-4000-8000-000000000000-7";

type Resolvers = Readonly<Record<string, Readonly<Record<string, GraphQLFieldResolver<unknown, never>>>>>;

/** A small schema whose fields do what a test says. */
export function schemaWith(resolvers: Resolvers): GraphQLSchema {
  const schema = buildSchema(`
    enum Color { RED GREEN }
    type Item { id: ID! name: String color: Color child: Item children(first: Int = 10): ItemConnection! }
    type ItemConnection { nodes: [Item!]! }
    type Query { ping: String item(id: ID, color: Color): Item items(first: Int = 10): ItemConnection! }
    type Mutation { save(name: String!): Item }
  `);
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    if (type === undefined || !("getFields" in type)) throw new Error(`no type ${typeName}`);
    for (const [name, resolve] of Object.entries(fields)) {
      const field = type.getFields()[name];
      if (field === undefined || !("resolve" in field)) throw new Error(`no field ${typeName}.${name}`);
      field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
    }
  }
  return schema;
}

export interface StandIn {
  readonly app: FastifyInstance;
  /** The log so far, one object a line. */
  readonly log: () => Record<string, unknown>[];
  readonly logText: () => string;
  /** Asks with the headers of an ordinary client. */
  readonly ask: (
    query: string,
    options?: { variables?: object; headers?: Record<string, string>; operationName?: string },
  ) => Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly data: unknown;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: unknown;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
}

const open: FastifyInstance[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
});

export async function standIn(
  options: {
    readonly resolvers?: Resolvers;
    readonly env?: Record<string, string>;
    readonly parts?: Partial<HttpParts>;
    readonly projection?: ProjectionState | null;
  } = {},
): Promise<StandIn> {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const config: Config = readConfig(options.env ?? {});
  const projection = (): ProjectionState | null =>
    options.projection === undefined
      ? { version: GRAPH_VERSION, builtAt: Date.now() - 5_000, buildMilliseconds: 12 }
      : options.projection;
  const store = {
    info: () => Promise.resolve({ store: "embedded", version: GRAPH_VERSION, counts: {} } as const),
  };
  const app = await createHttp({
    config,
    schema: schemaWith(options.resolvers ?? {}),
    createContext: (scope) => scope,
    readiness: { store, projection, isStopping: () => false },
    metrics: createMetrics(projection),
    logger: createLogger("debug", stream),
    playgroundFolder: "/nowhere",
    ...options.parts,
  });
  open.push(app);
  return {
    app,
    logText: () => lines.join(""),
    log: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    async ask(query, { variables, headers, operationName } = {}) {
      const response = await app.inject({
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "application/json", ...headers },
        payload: JSON.stringify({ query, variables, operationName }),
      });
      const body = JSON.parse(response.payload) as Partial<Answer>;
      return {
        status: response.statusCode,
        headers: response.headers,
        text: response.payload,
        data: body.data,
        errors: body.errors ?? [],
        extensions: body.extensions,
      };
    },
  };
}
