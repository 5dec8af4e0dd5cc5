import type { ApiRequest } from "../serving/load.ts";

/** One question in the words of both servers. The peer's aliases give its answer our names. */
export interface Question {
  readonly name: string;
  readonly ours: ApiRequest;
  readonly peers: ApiRequest;
}

const CONTRACT_FIELDS = "name value currency valueBasis capacityMegawatts capacityBasis termYears firmness";

const SMALL: Question = {
  name: "small: a company by id, five fields",
  ...askedOf(
    "company:coreweave",
    "{ company(id: $id) { id name entityType confidence country { name } } }",
    "{ company: companies(where: { id: { eq: $id } }) { id name entityType confidence country { name } } }",
  ),
};

const NESTED: Question = {
  name: "nested: a company, its leases, holders and sites",
  ...askedOf(
    "company:coreweave",
    `{
      company(id: $id) {
        name entityType roles country { name } tickers confidence
        contracts(filter: { role: [LESSEE] }, first: 20) { totalCount nodes { to { ${CONTRACT_FIELDS} } } }
        stakeholders(filter: { state: [ACTIVE] }, first: 5) { nodes { type share from { name } } }
        operates(first: 5) { totalCount nodes { to { name } } }
      }
    }`,
    `{
      company: companies(where: { id: { eq: $id } }) {
        name entityType roles country { name } tickers confidence
        contracts: contractsConnection(where: { edge: { role: { in: ["LESSEE"] } } }, first: 20, sort: { edge: { id: ASC } }) {
          totalCount nodes: edges { to: node { ${CONTRACT_FIELDS} } }
        }
        stakeholders: stakeholdersConnection(where: { edge: { state: { in: ["ACTIVE"] } } }, first: 5, sort: { edge: { id: ASC } }) {
          nodes: edges { properties { type share } from: node { name } }
        }
        operates: operatesConnection(first: 5, sort: { edge: { id: ASC } }) { totalCount nodes: edges { to: node { name } } }
      }
    }`,
  ),
};

const DEEP: Question = {
  name: "deep: its contracts, their parties, their countries",
  ...askedOf(
    "company:openai",
    `{
      company(id: $id) {
        contracts(first: 20) {
          nodes { role to { id name parties { role from { id name country { name } } } } }
        }
      }
    }`,
    `{
      company: companies(where: { id: { eq: $id } }) {
        contracts: contractsConnection(first: 20, sort: { edge: { id: ASC } }) {
          nodes: edges {
            properties { role }
            to: node {
              id name
              parties: partiesConnection(first: 100, sort: { edge: { id: ASC } }) {
                list: edges { properties { role } from: node { id name country { name } } }
              }
            }
          }
        }
      }
    }`,
  ),
};

const LIST: Question = {
  name: "list: the 20 largest contracts above a billion dollars",
  ours: {
    query: `{
      contracts(
        filter: { currency: ["USD"], value: { min: 1e9 } }
        orderBy: { field: VALUE, direction: DESC }
        first: 20
      ) { totalCount nodes { id type ${CONTRACT_FIELDS} } }
    }`,
  },
  peers: {
    query: `{
      contracts: contractsConnection(
        where: { currency: { in: ["USD"] }, value: { gte: 1e9 } }
        sort: [{ value: DESC }, { id: ASC }]
        first: 20
      ) { totalCount nodes: edges { node { id type ${CONTRACT_FIELDS} } } }
    }`,
  },
};

export const QUESTIONS: readonly Question[] = [SMALL, NESTED, DEEP, LIST];

function askedOf(id: string, ours: string, peers: string): Omit<Question, "name"> {
  const variables = { id };
  return {
    ours: { query: `query ($id: ID!) ${ours}`, variables },
    peers: { query: `query ($id: ID!) ${peers}`, variables },
  };
}

/** What the peer always answers as a list, and we as one thing or null. */
const SINGLE: ReadonlySet<string> = new Set(["company", "country"]);
/** What the peer puts between a relationship or a place in a list, and its fields. */
const WRAPPERS: ReadonlySet<string> = new Set(["properties", "node"]);

/** The alias under which the peer gives what is a connection there and a list here. */
const LIST_ALIAS = "list";

/** The data of the peer's answer in the shape of ours; no value is changed. */
export function inOurShape(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(inOurShape);
  if (typeof data !== "object" || data === null) return data;
  if (LIST_ALIAS in data) return inOurShape(data[LIST_ALIAS]);
  const entries = Object.entries(data).flatMap(([name, value]: [string, unknown]): [string, unknown][] => {
    const shaped = inOurShape(value);
    if (WRAPPERS.has(name)) return Object.entries(shaped as object);
    return [[name, SINGLE.has(name) && Array.isArray(shaped) ? onlyOne(name, shaped) : shaped]];
  });
  return Object.fromEntries(entries);
}

function onlyOne(name: string, list: readonly unknown[]): unknown {
  if (list.length > 1)
    throw new TypeError(`the peer answers ${list.length} of ${name}; expected at most one`);
  return list[0] ?? null;
}
