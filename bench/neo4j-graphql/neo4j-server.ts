import neo4j from "neo4j-driver";

/** The Neo4j that the environment names, as seen by itself: wherever it runs, it tells what it is and what it has used. */
export interface Neo4jServer {
  /** Such as "Neo4j 5.26.28, Java 17.0.15". */
  readonly description: string;
  /** Milliseconds of processor time that its process has used. */
  readonly processorTime: () => Promise<number>;
  readonly close: () => Promise<void>;
}

type Attributes = Readonly<Record<string, { readonly value: unknown }>>;

/** Undefined where the environment names none. */
export async function connectNeo4jServer(): Promise<Neo4jServer | undefined> {
  const { NEO4J_URI: uri, NEO4J_USER: user = "neo4j", NEO4J_PASSWORD: password = "" } = process.env;
  if (uri === undefined || uri === "") return undefined;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  const attributesOf = async (bean: string): Promise<Attributes> => {
    const { records } = await driver.executeQuery(
      "CALL dbms.queryJmx('java.lang:type=' + $bean) YIELD attributes RETURN attributes",
      { bean },
    );
    return records[0]?.get("attributes") as Attributes;
  };
  const { agent = "" } = await driver.getServerInfo();
  const java = await attributesOf("Runtime");
  const options = java["InputArguments"]?.value as readonly string[];
  const compilers = options.includes("-XX:TieredStopAtLevel=1")
    ? "the quick compiler alone"
    : "both compilers";
  return {
    description: `${agent.replace("/", " ")}, Java ${String(java["VmVersion"]?.value)} with ${compilers}`,
    processorTime: async () => Number((await attributesOf("OperatingSystem"))["ProcessCpuTime"]?.value) / 1e6,
    close: () => driver.close(),
  };
}
