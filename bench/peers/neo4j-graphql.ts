import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

// The peer: @neo4j/graphql on the Neo4j that the environment names, behind Apollo's own server, as their manuals start them.
// Its types map the labels, relationship types and properties that the product's Neo4j store lays out. Prints its address.

/** Records have both labels; the unique index on ids is that of the second. */
const TYPES = /* GraphQL */ `
  type Company @node(labels: ["Company", "Record"]) {
    id: ID!
    name: String!
    entityType: String!
    roles: [String!]
    tickers: [String!]
    confidence: String!
    country: [Place!]! @relationship(type: "COUNTRY_OF", direction: OUT)
    contracts: [Contract!]! @relationship(type: "PARTY_TO", direction: OUT, properties: "PartyTo")
    stakeholders: [Company!]! @relationship(type: "OWNS_STAKE", direction: IN, properties: "OwnsStake")
    operates: [Facility!]! @relationship(type: "OPERATES", direction: OUT, properties: "Operates")
  }

  type Place @node(labels: ["Place", "Record"]) {
    id: ID!
    name: String!
  }

  type Contract @node(labels: ["Contract", "Record"]) {
    id: ID!
    name: String!
    type: String!
    value: Float
    currency: String
    valueBasis: String
    capacityMegawatts: Float
    capacityBasis: String
    termYears: Float
    firmness: String
    parties: [Company!]! @relationship(type: "PARTY_TO", direction: IN, properties: "PartyTo")
  }

  type Facility @node(labels: ["Facility", "Record"]) {
    id: ID!
    name: String!
    purpose: String!
    capacityMegawatts: Float
  }

  type PartyTo @relationshipProperties {
    id: ID!
    role: String!
  }

  type OwnsStake @relationshipProperties {
    id: ID!
    type: String!
    share: Float
    state: String!
  }

  type Operates @relationshipProperties {
    id: ID!
  }
`;

const { NEO4J_URI: uri = "", NEO4J_USER: user = "neo4j", NEO4J_PASSWORD: password = "" } = process.env;
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
const schema = await new Neo4jGraphQL({ typeDefs: TYPES, driver }).getSchema();
const { url } = await startStandaloneServer(new ApolloServer({ schema }), {
  listen: { port: 0, host: "127.0.0.1" },
});
console.log(url);
