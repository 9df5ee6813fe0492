import { UserError } from "../../errors/userError.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import { chooseScenarios } from "./chooseScenarios.ts";

/** Which scenarios are meant. What is absent or empty does not narrow the selection. */
export interface Selection {
  readonly ids: readonly string[];
  /** Found in id or title. */
  readonly grep?: RegExp;
  /** Folders of scenarios, as `dynamodb`. */
  readonly areas?: readonly string[];
  /** As `W3`. */
  readonly workshops?: readonly string[];
  /** The ids of those that are left, even if they are none. Absent: all. */
  readonly among?: readonly string[];
}

/**
 * The scenarios that are meant, in the order of the list.
 *
 * @throws UserError for an id, an area or a workshop that does not exist, and when nothing is left.
 */
export function selectScenarios(all: readonly Scenario[], selection: Selection): readonly Scenario[] {
  const { ids, grep, areas = [], workshops = [], among } = selection;
  refuseUnknown("area", areas, all.map(areaOf));
  refuseUnknown("workshop", workshops, all.flatMap(workshopOf));
  const selected = chooseScenarios(all, ids).filter(
    (scenario) =>
      (among === undefined || among.includes(scenario.id)) &&
      (grep === undefined || grep.test(`${scenario.id} ${scenario.title}`)) &&
      (areas.length === 0 || areas.includes(areaOf(scenario))) &&
      (workshops.length === 0 || workshops.some((workshop) => workshopOf(scenario).includes(workshop))),
  );
  if (selected.length > 0) return selected;
  throw new UserError("No scenario is all that.", 'Leave an option out, or see all scenarios with "npx keylab list".');
}

function areaOf({ id }: Scenario): string {
  return id.split("/")[0] ?? "";
}

/** `W3 steps 1-7` is of `W3`. */
function workshopOf({ workshop }: Scenario): readonly string[] {
  return workshop.match(/\bW\d+\b/g) ?? [];
}

function refuseUnknown(what: string, given: readonly string[], known: readonly string[]): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const names = [...new Set(known)].sort().join(", ");
  throw new UserError(`There is no ${what} "${unknown}".`, `Give one of these: ${names}.`);
}
