import { buildSchema } from "graphql";

/** The shapes that limits must understand, without the rest of the API. */
export const standInSchema = buildSchema(`
  interface Node { id: ID! }
  interface Fact { evidence: [Evidence!]! }
  type Evidence { id: ID! source: Source }
  type Source implements Node { id: ID! title: String }
  type Company implements Node & Fact {
    id: ID!
    name: String!
    parent: Company
    evidence: [Evidence!]!
    contracts(first: Int = 20, after: String, last: Int, before: String): ContractConnection!
  }
  type Contract implements Node & Fact {
    id: ID!
    name: String!
    evidence: [Evidence!]!
    parties: [Company!]!
  }
  type PageInfo { hasNextPage: Boolean! }
  type ContractEdge { cursor: String! node: Contract! }
  type ContractConnection { edges: [ContractEdge!]! nodes: [Contract!]! pageInfo: PageInfo! totalCount: Int! }
  type CompanyEdge { cursor: String! node: Company! }
  type CompanyConnection { edges: [CompanyEdge!]! nodes: [Company!]! pageInfo: PageInfo! totalCount: Int! }
  type Hop { from: Node! to: Node! }
  type DependencyPath { length: Int! hops: [Hop!]! }
  type DependencyPaths { paths: [DependencyPath!]! }
  type Query {
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]!
    company(id: ID!): Company
    companies(first: Int, after: String, last: Int, before: String): CompanyConnection!
    dependencyPaths(from: ID!, to: ID!, k: Int = 5, maxHops: Int = 12): DependencyPaths!
  }
  type Mutation { rename(id: ID!): Company! }
`);
