import { closest } from "fastest-levenshtein";
import { UserError } from "../../errors/userError.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";

/**
 * The scenarios of these ids, in the order of the list and each once; all of them if no id is given.
 *
 * @throws UserError for an id that does not exist, with the nearest one.
 */
export function chooseScenarios(all: readonly Scenario[], ids: readonly string[]): readonly Scenario[] {
  const known = all.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw new UserError(
      `There is no scenario "${unknown}". Did you mean "${closest(unknown, known)}"?`,
      'See all of them with "npx keylab list".',
    );
  }
  return ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
}
