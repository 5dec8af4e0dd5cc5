import { availableParallelism } from "node:os";
import { DEFAULT_QUERY_LIMITS } from "../graphql/limits/query-limits.ts";
import { MIN_TOKEN_LENGTH, parseCuratorTokens, type CuratorToken } from "./curator-tokens.ts";
import { parseTrustedProxies } from "./trusted-proxies.ts";
import { choiceSetting, countSetting, switchSetting, textSetting, type Setting } from "./setting.ts";

const host = { variable: "CHOKEPOINT_HOST", fallback: "127.0.0.1", meaning: "Address to listen on." };
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const tokens: Setting<readonly CuratorToken[]> = {
  variable: "CHOKEPOINT_TOKENS",
  fallback: "",
  meaning: "Curators who may write, and their tokens; none: nobody may.",
  expectation: `name:token, more of them after commas; tokens of ${MIN_TOKEN_LENGTH} or more of A-Z a-z 0-9 . _ ~ + / = -`,
  read: parseCuratorTokens,
  isSecret: true,
};

const trustedProxies: Setting<readonly string[]> = {
  variable: "CHOKEPOINT_TRUSTED_PROXIES",
  fallback: "",
  meaning: "Proxies whose x-forwarded-for tells who asks; none: the header is not read.",
  expectation: "IP addresses or networks such as 10.0.0.0/8, with commas between",
  read: parseTrustedProxies,
};

/** More threads of the same program seldom pay; who has the processors and the memory asks for them. */
const MOST_DEFAULT_WORKERS = 4;

/** Every setting of the server: the one table that configuration, `serve --help` and the manual follow. */
export const SETTINGS = {
  host: textSetting(host, "a host name or IP address"),
  port: countSetting(
    { variable: "CHOKEPOINT_PORT", fallback: "4000", meaning: "Port to listen on; 0: any free one." },
    0,
    65_535,
  ),
  trustedProxies,
  store: choiceSetting(
    { variable: "CHOKEPOINT_STORE", fallback: "embedded", meaning: "Where the graph is kept." },
    ["embedded", "neo4j"],
  ),
  dataDir: textSetting(
    { variable: "CHOKEPOINT_DATA_DIR", fallback: "./data", meaning: "Folder of the embedded store." },
    "a folder",
  ),
  dataset: textSetting(
    {
      variable: "CHOKEPOINT_DATASET",
      fallback: "./seed",
      meaning: "Dataset that fills an empty store at the first start; without it, it stays empty.",
    },
    "a folder with a dataset",
  ),
  neo4jUri: textSetting(
    { variable: "NEO4J_URI", fallback: "bolt://127.0.0.1:7687", meaning: "Neo4j server." },
    "an address such as bolt://host:7687 or neo4j+s://host",
  ),
  neo4jUser: textSetting(
    { variable: "NEO4J_USER", fallback: "neo4j", meaning: "User at Neo4j." },
    "a user name",
  ),
  neo4jPassword: textSetting(
    { variable: "NEO4J_PASSWORD", fallback: "", meaning: "Password of that user.", isSecret: true },
    "a password",
  ),
  neo4jDatabase: textSetting(
    { variable: "NEO4J_DATABASE", fallback: "", meaning: "Database at Neo4j; none: the user's own." },
    "the name of a database",
  ),
  tokens,
  introspection: switchSetting({
    variable: "CHOKEPOINT_INTROSPECTION",
    fallback: "true",
    meaning: "Whether the schema can be asked for. When not, errors suggest no names either.",
  }),
  playground: switchSetting({
    variable: "CHOKEPOINT_PLAYGROUND",
    fallback: "true",
    meaning: "Whether browsers get the playground at /graphql.",
  }),
  maxDepth: countSetting(
    {
      variable: "CHOKEPOINT_MAX_DEPTH",
      fallback: String(DEFAULT_QUERY_LIMITS.maxDepth),
      meaning: "Levels of fields in a query.",
    },
    1,
    1_000,
  ),
  maxCost: countSetting(
    {
      variable: "CHOKEPOINT_MAX_COST",
      fallback: String(DEFAULT_QUERY_LIMITS.maxCost),
      meaning: "Price of a query, in points: about one for each object that is answered.",
    },
    1,
    1_000_000_000,
  ),
  maxAliases: countSetting(
    {
      variable: "CHOKEPOINT_MAX_ALIASES",
      fallback: String(DEFAULT_QUERY_LIMITS.maxAliases),
      meaning: "Aliases in a query.",
    },
    0,
    10_000,
  ),
  maxTokens: countSetting(
    {
      variable: "CHOKEPOINT_MAX_TOKENS",
      fallback: String(DEFAULT_QUERY_LIMITS.maxTokens),
      meaning: "Tokens in a document.",
    },
    10,
    100_000,
  ),
  maxBodyBytes: countSetting(
    { variable: "CHOKEPOINT_MAX_BODY_BYTES", fallback: "1048576", meaning: "Size of a request." },
    1_024,
    1_000_000_000,
  ),
  timeBudgetMilliseconds: countSetting(
    {
      variable: "CHOKEPOINT_TIME_BUDGET_MS",
      fallback: "10000",
      meaning: "Time that one request may take, in milliseconds.",
    },
    10,
    600_000,
  ),
  workers: countSetting(
    {
      variable: "CHOKEPOINT_WORKERS",
      fallback: String(Math.min(MOST_DEFAULT_WORKERS, Math.max(2, availableParallelism() - 1))),
      documented: "2 to 4, by the number of processors",
      meaning: "Threads that answer what may take long; 0: none, everything runs on the event loop.",
    },
    0,
    64,
  ),
  maxWaiting: countSetting(
    {
      variable: "CHOKEPOINT_MAX_WAITING",
      fallback: "100",
      meaning: "Questions that may wait for one of these threads.",
    },
    1,
    100_000,
  ),
  maxRecords: countSetting(
    {
      variable: "CHOKEPOINT_MAX_RECORDS",
      fallback: "2000000",
      meaning: "Records in the graph; a larger one is not answered from.",
    },
    1,
    1_000_000_000,
  ),
  logLevel: choiceSetting(
    { variable: "CHOKEPOINT_LOG_LEVEL", fallback: "info", meaning: "What is logged." },
    LOG_LEVELS,
  ),
} as const;
