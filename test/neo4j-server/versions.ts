/** A Neo4j release that the product is tested on. */
export interface Neo4jVersion {
  /** What the user types: `--version 5.26`. */
  readonly name: string;
  /** The release that is fetched. */
  readonly release: string;
  readonly mainClass: string;
  /** Whether this major version of Java can run it. */
  readonly runsOn: (javaMajor: number) => boolean;
  readonly needs: string;
  /** Lines of its configuration beside the common ones. */
  readonly settings: readonly string[];
}

export const versions: readonly Neo4jVersion[] = [
  {
    name: "5.26",
    release: "5.26.28",
    mainClass: "org.neo4j.server.CommunityEntryPoint",
    runsOn: (major) => major === 17 || major === 21,
    needs: "Java 17 or 21",
    settings: [],
  },
  {
    name: "2026",
    release: "2026.07.1",
    mainClass: "org.neo4j.server.Neo4jCommunity",
    runsOn: (major) => major >= 21,
    needs: "Java 21 or newer",
    // Cypher 5 is still its default, and 5.26 runs that already.
    settings: ["db.query.default_language=CYPHER_25"],
  },
];

/** Finds a version by its short name or its full release number. */
export function versionNamed(name: string): Neo4jVersion {
  const found = versions.find((version) => version.name === name || version.release === name);
  if (found === undefined) {
    const known = versions.map((version) => version.name).join(", ");
    throw new Error(`there is no Neo4j version "${name}" here; choose one of ${known}`);
  }
  return found;
}
