import * as fc from "fast-check";

/** Signs and words that change what a YAML text says. */
const TOKENS: readonly string[] = [
  ": - # ' \" \\ , [ ] { } ? ! & * | > % @ ` ~ = '' :: << --- ...".split(" "),
  ["\n", " ", "  ", "\t", ": ", "- ", " #", "? ", ", ", "\n  ", "\n    ", "\n\n", "\r\n", "\r"],
  ["|\n", "|-\n", "|+\n", ">\n", ">-\n", ">1\n", "|2-\n"],
  "null true NO 0 -0 -1 +1 .5 1. 1e3 1e400 0o7 0o8 0x1f .inf .nan 999999999999999999999".split(" "),
  "\\n \\x41 \\u00e9 \\ud800 \\U00110000 \\/".split(" "),
  ["\\\n", "\\ ", "\u00a0", "\u0085", "\u2028", "\ufeff", "\0", "\x01", "\x7f", "\u{1f600}", "é"],
  ["a", "b", "a: b\n", "- a\n", "b: [c, d]\n", "---\n", "...\n", "http://x.y/z#q", "2026-01-01"],
].flat();

/** Forms that a dataset has seldom. */
export const PIECES: readonly string[] = [
  "- [a, b]\n- {a: b, c: d}\n- 'x'\n- \"y\"\n",
  "a:\n- b: c\n- 'd'\n- [e, f]\ng:\n- {h: i}\nj: k\n",
  '- a:\n  - b\n  - "c"\n  d: e\n- f\n',
  "? a\n: b\n",
  "- - a\n  - b\n- c: d\n",
  "k: a\n  b\n  c\nl: \"a\n  b\"\nm: 'c\n\n  d'\n",
  "{a: b, c: [d, {e: f}], 'g': [h: i]}\n",
  "# c\na: 1 # c\n\n# d\nb: 2\n",
  "a: .5\nb: 1e3\nc: 0o7\nd: 0x1F\ne: ~\nf: NO\ng: true\n",
  "a: |\n  b\n  c\nd: e\n",
  "a: >-\n  b\n   c\n\n  d\ne: f\n",
  "- |+\n  a\n\n- b: >\n    c\n    d\n  e: f\n",
  "k: |-\n\n  a\n  # no comment\n# comment\nl: m\n",
  'x:\n  - y: "a|b"\n    z: >2-\n        t\n       u\n    w: | # c > d\n      q\n\n\n',
];

const token = fc.constantFrom(...TOKENS);

/** Signs and words in any order. */
export const tokenSoup: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom("", "a: b\n", "a:\n  - ", "{ a: ", 'a: "'), fc.array(token, { maxLength: 14 }))
  .map(([start, tokens]) => start + tokens.join(""));

/** Lines of one of the texts, with up to three places where something was put in, taken out or moved. */
export function editedText(stock: readonly string[]): fc.Arbitrary<string> {
  const lines = fc
    .tuple(fc.constantFrom(...stock), fc.nat(), fc.integer({ min: 1, max: 14 }))
    .map(([text, place, length]) => {
      const all = text.split("\n");
      const start = place % all.length;
      return all.slice(start, start + length).join("\n");
    });
  const edit = fc.record({
    place: fc.nat(),
    removed: fc.nat({ max: 3 }),
    inserted: fc.option(token, { nil: "" }),
  });
  return fc.tuple(lines, fc.array(edit, { maxLength: 3 })).map(([text, edits]) => edits.reduce(apply, text));
}

interface Edit {
  readonly place: number;
  readonly removed: number;
  readonly inserted: string;
}

function apply(text: string, { place, removed, inserted }: Edit): string {
  const at = place % (text.length + 1);
  return text.slice(0, at) + inserted + text.slice(at + removed);
}
