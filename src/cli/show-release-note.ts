import type { ReleaseCounts, ReleaseNote } from "../dataset/release-note.ts";

/** A release note's section in Markdown, for the file that keeps them; its prose is left to the curator. */
export function showReleaseNote(version: string, { byKind, facts }: ReleaseNote): string[] {
  return [
    `## ${version}`,
    "",
    "| kind | added | changed | withdrawn | total |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...byKind.map(({ kind, ...counts }) => row(kind, counts)),
    row("**all facts**", facts),
  ];
}

function row(name: string, { added, changed, withdrawn, total }: ReleaseCounts): string {
  return `| ${[name, added, changed, withdrawn, total].join(" | ")} |`;
}
