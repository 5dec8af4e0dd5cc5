import { Field, Int, ObjectType } from "type-graphql";
import type { DeclaredClass } from "../kind/declared-class.ts";
import type { TypeValue } from "../kind/define-field.ts";
import { PageInfoType } from "./page-info.type.ts";

/** One page as the resolvers see it, before it takes the shape that Relay wants. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** One for each item. */
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Present when it was asked for. */
  readonly totalCount?: number;
}

export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfoType;
  readonly totalCount?: number;
}

const connectionByName = new Map<string, DeclaredClass>();

/** The Relay connection over a type, made once: `CompanyConnection` with `CompanyEdge`. */
export function connectionOf(name: string, node: () => TypeValue, also: AlsoOf = {}): DeclaredClass {
  const known = connectionByName.get(name);
  if (known !== undefined) return known;
  const connection = uncountedConnectionOf(name, node, also);
  Field(() => Int, { description: "How many there are on all pages; counted only when selected." })(
    connection.prototype,
    "totalCount",
  );
  connectionByName.set(name, connection);
  return connection;
}

/** What a connection is beside a list. */
export interface AlsoOf {
  /** The interface that it implements. */
  readonly implements?: Function;
  readonly description?: string;
}

/** The same without a count, for lists that only a walk could count. To be called once for a name. */
export function uncountedConnectionOf(
  name: string,
  node: () => TypeValue,
  { description = `One page of a list of ${name}.`, ...also }: AlsoOf = {},
): DeclaredClass {
  const nodeType = node as () => Function;

  @ObjectType(`${name}Edge`, {
    description: `One ${name} of a page, with its cursor.`,
    simpleResolvers: true,
  })
  class EdgeType {
    @Field(nodeType, { description: `The ${name}.` })
    readonly node!: object;

    @Field(() => String, { description: "Its place in the list, for the argument `after` or `before`." })
    readonly cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description, ...also, simpleResolvers: true })
  class ConnectionType {
    @Field(() => [EdgeType], { description: "The items with their cursors; as many as the page has." })
    readonly edges!: readonly object[];

    @Field(() => [nodeType()], { description: "The items alone; as many as the page has." })
    readonly nodes!: readonly object[];

    @Field(() => PageInfoType, { description: "Where the page stands." })
    readonly pageInfo!: PageInfoType;
  }
  return ConnectionType;
}

export function toConnection<Item, Node>(page: Page<Item>, toNode: (item: Item) => Node): Connection<Node> {
  const nodes = page.items.map(toNode);
  const { cursors, hasNextPage, hasPreviousPage, totalCount } = page;
  return {
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: cursors[index] ?? "" })),
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    ...(totalCount === undefined ? {} : { totalCount }),
  };
}
