import { hostname } from "node:os";
import { isExpired, type Mark } from "../marks/mark.ts";
import type { JournalEntry } from "./journalEntry.ts";
import { startOf } from "./startOf.ts";

/** What a journal says of a run. */
export interface JournalledRun {
  readonly run: string;
  /** The folder of the run. */
  readonly folder: string;
  readonly target: string;
  readonly lasting: boolean;
  /** Of the engine's state, without any password. Absent: files in the folder. */
  readonly backend?: string;
  readonly host: string;
  readonly pid: number;
  readonly started?: string;
  /** Whether it said itself that it ended. */
  readonly hasEnded: boolean;
  readonly scenarios: readonly JournalledScenario[];
}

/** What a journal says of the run of a scenario. */
export interface JournalledScenario {
  readonly suffix: string;
  readonly mark: Mark;
  /** Below the folder of the run. */
  readonly folder: string;
  readonly administrator: string;
  readonly regions: readonly string[];
  /** The ids and ARNs of what was made. */
  readonly made: readonly string[];
  /** What is left of it; nothing also after a sweep. */
  readonly left: "nothing" | "everything, as was wanted" | "something";
}

/** What the entries of a journal say together. Nothing if they do not say which run it is. */
export function journalledRun(folder: string, entries: readonly JournalEntry[]): JournalledRun | undefined {
  const began = entries.find((entry) => entry.type === "run began");
  if (began === undefined) return undefined;
  const { run, target, lasting, backend, host, pid, started } = began;
  const scenarios = entries.flatMap((entry) => (entry.type === "scenario began" ? [scenarioOf(entry, entries)] : []));
  const hasEnded = entries.some(({ type }) => type === "run ended");
  return { run, folder, target, lasting, backend, host, pid, started, hasEnded, scenarios };
}

type Began = Extract<JournalEntry, { readonly type: "scenario began" }>;

function scenarioOf(
  { suffix, mark, folder, administrator, regions }: Began,
  entries: readonly JournalEntry[],
): JournalledScenario {
  const own = entries.filter((entry) => "suffix" in entry && entry.suffix === suffix);
  const made = own.flatMap((entry) => (entry.type === "resource made" ? [entry.id, entry.arn ?? []].flat() : []));
  const ended = own.findLast((entry) => entry.type === "scenario ended");
  const isSwept = own.some(({ type }) => type === "swept");
  return {
    suffix,
    mark,
    folder,
    administrator,
    regions,
    made,
    left: isSwept ? "nothing" : (ended?.left ?? "something"),
  };
}

/**
 * Whether a run still goes on. Of a process on another machine nobody here can tell, nor where the system does not say when
 * processes start: such a run goes on until what it makes expires.
 */
export async function isGoingOn({ hasEnded, host, pid, started, scenarios }: JournalledRun): Promise<boolean> {
  if (hasEnded) return false;
  if (host !== hostname() || started === undefined) return scenarios.some(({ mark }) => !isExpired(mark));
  return (await startOf(pid)) === started;
}
