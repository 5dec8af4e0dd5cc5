/**
 * The form under which names are sorted and compared: compatibility-decomposed, without marks, lower case,
 * white space folded. "Société  Générale" and "SOCIETE GENERALE" fold to the same text.
 */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();
}
