import { foundOf, keyOfFound } from "../inventory/found.ts";
import type { JournalledRun, JournalledScenario } from "../journal/journalledRun.ts";
import { suffixOf, type Mark } from "../marks/mark.ts";

/** A scenario run whose things may be removed, because nobody needs them any more. */
export interface Claim {
  readonly mark: Mark;
  /** Absent where the run's journal is not here: then tags alone tell what is the run's. */
  readonly journal?: JournalClaim;
}

/** What the journal of a run knows of what a scenario has made. */
export interface JournalClaim {
  /** Of the run. */
  readonly runFolder: string;
  /** With the engine's workspace and state. */
  readonly folder: string;
  /** Where its state is, without any password. Absent: in the folder. */
  readonly backend?: string;
  readonly regions: readonly string[];
  /** The ids and ARNs of what was made. */
  readonly made: ReadonlySet<string>;
  /** Whether it was kept on purpose. */
  readonly isKept: boolean;
}

/** The claim to what a scenario run made, from the journal of its run. */
export function claimOf({ folder: runFolder, backend }: JournalledRun, scenario: JournalledScenario): Claim {
  const { mark, folder, regions, made, left } = scenario;
  return {
    mark,
    journal: {
      runFolder,
      folder: `${runFolder}/${folder}`,
      backend,
      regions,
      made: new Set(made),
      isKept: left === "everything, as was wanted",
    },
  };
}

/** Whether a name is one that the scenario run gives: the suffix stands in it as a word of its own. */
export function bearsSuffix(name: string, mark: Pick<Mark, "run">): boolean {
  return name.split(/[^0-9A-Za-z]+/).includes(suffixOf(mark));
}

/** Whether the journal names exactly this: by its ARN, or by an id that is the same thing in the same region. */
export function isJournalled(item: string, region: string, { made }: JournalClaim): boolean {
  const found = foundOf(item, region);
  if (found === undefined) return false;
  const key = keyOfFound(found);
  return [...made].some((name) => {
    const named = foundOf(name, region);
    return name === item || (named !== undefined && keyOfFound(named) === key);
  });
}
