/**
 * What all names of a scenario run end with, after a hyphen, where others work as well: two letters that policies can tell, six of the run and three of
 * the attempt.
 *
 * @param run six characters of the run's own
 * @param attempt counted from 0 within the run
 */
export function nameSuffix(run: string, attempt: number): string {
  return `kl${run}${attempt.toString(36).padStart(3, "0")}`;
}

/** Matches the end of those names in a policy, where `?` is any one character. */
export const namePattern = `-kl${"?".repeat(9)}`;
