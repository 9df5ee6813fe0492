import { distance } from "fastest-levenshtein";

/**
 * What somebody may have meant who wrote a word that is none of the known ones: ` (did you mean first-key?)`, or nothing where
 * no known word is near.
 */
export function suggestion(word: unknown, known: readonly string[]): string {
  if (typeof word !== "string") return "";
  const [nearest] = known
    .map((candidate) => ({ candidate, changes: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, changes }) => changes <= Math.max(2, candidate.length / 3))
    .sort((one, other) => one.changes - other.changes);
  return nearest === undefined ? "" : ` (did you mean ${nearest.candidate}?)`;
}
