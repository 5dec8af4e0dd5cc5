import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

function cacheFolder(): string {
  const chosen = process.env["CHOKEPOINT_CACHE"];
  return chosen === undefined || chosen === "" ? join(homedir(), ".cache/chokepoint") : chosen;
}

function pom(release: string): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>chokepoint</groupId>
  <artifactId>neo4j-server</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.neo4j</groupId>
      <artifactId>neo4j</artifactId>
      <version>${release}</version>
    </dependency>
  </dependencies>
</project>
`;
}

function runMaven(folder: string): void {
  const copy = ["dependency:copy-dependencies", "-DoutputDirectory=lib", "-DincludeScope=runtime"];
  const { error, status, stdout, stderr } = spawnSync("mvn", ["-q", "-B", ...copy], {
    cwd: folder,
    encoding: "utf8",
  });
  if (error !== undefined) {
    throw new Error('Maven fetches the Neo4j server, but "mvn" can\'t be started; install Maven', {
      cause: error,
    });
  }
  if (status !== 0) {
    const said = `${stdout}${stderr}`.trim().split("\n").slice(-15).join("\n");
    throw new Error(`Maven could not fetch the Neo4j server:\n${said}`);
  }
}

/**
 * The folder with the server's jars (about 120 MB), fetched once into a cache outside the checkout.
 * It appears there whole or not at all, so two runs at the same time do no harm.
 */
export function fetchLibraries(release: string): string {
  const cache = cacheFolder();
  const libraries = join(cache, `neo4j-${release}`);
  if (existsSync(libraries)) return libraries;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "fetching-"));
  try {
    writeFileSync(join(folder, "pom.xml"), pom(release));
    runMaven(folder);
    if (!existsSync(libraries)) renameSync(join(folder, "lib"), libraries);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return libraries;
}
