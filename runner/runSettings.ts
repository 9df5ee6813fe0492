/** How long things may take, and how sure an answer must be. Plain data: threads are handed it. */
export interface RunSettings {
  /** How long the run of a scenario may take until it is torn down, in milliseconds; its teardown may take as long again. */
  readonly scenarioTimeout: number;
  /** How long a phase may take. Default: as long as the scenario. */
  readonly phaseTimeout?: number;
  /** How many answers in a row must be as expected. Default: as the target needs. */
  readonly answers?: number;
  /** Whether what was deployed stays, on a target where it outlives the process. Default: no. */
  readonly keep?: boolean;
}

/** A scenario takes some seconds; on AWS some minutes. */
export const defaultSettings: RunSettings = { scenarioTimeout: 15 * 60_000 };
