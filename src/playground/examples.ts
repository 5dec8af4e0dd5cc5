/** One of the example operations of `schema/operations`, as the menu shows it. */
export interface Example {
  /** The first line of its leading comment; its file's name where there is none. */
  readonly title: string;
  /** The rest of that comment. */
  readonly description: string;
  readonly query: string;
  /** JSON; "" for none. */
  readonly variables: string;
}

const documents = import.meta.glob<string>("../../schema/operations/*/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});
const variables = import.meta.glob<string>("../../schema/operations/*/*.json", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Examples that ask about the same. */
export interface ExampleTopic {
  readonly heading: string;
  readonly examples: readonly Example[];
}

/** Where a newcomer starts: the founding questions of the README, which stand first instead of under their topics. */
const FOUNDING: readonly string[] = [
  "failure/chokepoints-of-denton",
  "failure/chokepoints-of-rubin-rack",
  "contracts/landlords-of-coreweave",
  "merger/coreweave-and-core-scientific",
  "suppliers/diversification-of-1600g-transceivers",
  "money/commitments-of-openai",
];

/** What each folder of operations is called in the menu, in the menu's order. */
const HEADINGS: Readonly<Record<string, string>> = {
  "look-up": "Look up",
  paths: "Who depends on whom",
  concentration: "How concentrated",
  failure: "What breaks",
  suppliers: "Who else supplies",
  merger: "What a merger changes",
  contracts: "Contracts and stages",
  money: "Money and debt",
  places: "Places and power",
  timeline: "Over time",
  conflicts: "Where sources differ",
  evidence: "Evidence and gaps",
};

const named = new Map(
  Object.entries(documents).map(([path, document]) => [nameOf(path), readExample(path, document.trim())]),
);

/** Every example once, by topic and file name. */
export const exampleTopics: readonly ExampleTopic[] = [
  { heading: "Start here", examples: FOUNDING.flatMap((name) => named.get(name) ?? []) },
  ...Object.entries(HEADINGS).map(([folder, heading]) => ({
    heading,
    examples: [...named]
      .filter(([name]) => name.startsWith(`${folder}/`) && !FOUNDING.includes(name))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, example]) => example),
  })),
];

export const examples: readonly Example[] = exampleTopics.flatMap((topic) => topic.examples);

/** Folder and file, as in "failure/chokepoints-of-denton". */
function nameOf(path: string): string {
  return path
    .split("/")
    .slice(-2)
    .join("/")
    .replace(/\.graphql$/, "");
}

function readExample(path: string, document: string): Example {
  const comment = leadingComment(document);
  const [title = "", ...rest] = comment;
  return {
    title: title === "" ? nameOf(path) : title.replace(/\.$/, ""),
    description: rest.join(" "),
    query: `${document}\n`,
    variables: (variablesOf(path) ?? "").trim(),
  };
}

function variablesOf(path: string): string | undefined {
  const stem = path.slice(0, -".graphql".length);
  return variables[`${stem}.variables.json`] ?? variables[`${stem}.json`];
}

function leadingComment(document: string): string[] {
  const lines = document.split("\n");
  const end = lines.findIndex((line) => !line.startsWith("#"));
  return lines.slice(0, end === -1 ? lines.length : end).map((line) => line.replace(/^#+\s*/, ""));
}
