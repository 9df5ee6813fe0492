import type { Explanation } from "./explanation.ts";

/**
 * What a run tells: one event after the other, as plain data. The terminal, the JSON file and every other reporter read
 * these and nothing else. No event carries a secret.
 */
export type RunEvent =
  | RunStarted
  | ScenarioStarted
  | PhaseStarted
  | PhaseDeployed
  | ExpectationChecked
  | PhaseEnded
  | TeardownStarted
  | ScenarioEnded
  | RunEnded;

/** The version of this schema. A field that is added leaves it as it is; one that changes or goes raises it. */
export const schemaVersion = 1;

/** Every event says when it happened: ISO 8601, wall clock. */
interface Timed {
  readonly at: string;
}

export interface RunStarted extends Timed {
  readonly type: "run started";
  readonly schemaVersion: typeof schemaVersion;
  readonly runId: string;
  readonly target: TargetDescription;
  /** The ids of the scenarios, in the order of the list. */
  readonly scenarios: readonly string[];
}

/** What a run is told of its target. */
export interface TargetDescription {
  /** `local`, or the endpoint's URL. */
  readonly name: string;
  /** One sentence: what it is, and whether it enforces. */
  readonly summary: string;
  /** Whether it states which layer decided. */
  readonly statesLayer: boolean;
}

export interface ScenarioStarted extends Timed {
  readonly type: "scenario started";
  readonly scenario: string;
  readonly title: string;
  /** The names of the phases that will run. */
  readonly phases: readonly string[];
  /** What the scenario does not show, or models differently from the workshop. */
  readonly limits: readonly string[];
}

export interface PhaseStarted extends Timed {
  readonly type: "phase started";
  readonly scenario: string;
  readonly phase: string;
}

/** The engine has brought the phase's resources about. */
export interface PhaseDeployed extends Timed {
  readonly type: "phase deployed";
  readonly scenario: string;
  readonly phase: string;
  /** How many resources the engine created, updated, replaced, deleted or left as they were. */
  readonly changes: Readonly<Record<string, number>>;
  readonly milliseconds: number;
}

export interface ExpectationChecked extends Timed {
  readonly type: "expectation checked";
  readonly scenario: string;
  readonly phase: string;
  /** The principal's name in the scenario. */
  readonly principal: string;
  /** What was tried, for example `dynamodb:GetItem`. */
  readonly operation: string;
  /** The same with its target, for example `GetItem table id=1`. */
  readonly attempt: string;
  /** `error`: an error that is no denial. */
  readonly expected: "allowed" | "denied" | "error";
  readonly observed: "allowed" | "denied" | "error";
  /** The layer that decided; absent where the target does not state it. */
  readonly layer?: string;
  /** The action that was denied, for example `kms:Decrypt`, where the answer or the target states it. */
  readonly deniedAction?: string;
  readonly verdict: Verdict;
  /** Why the verdict is not `passed`: one sentence. */
  readonly reason?: string;
  /** The answer of AWS, where it was an error. */
  readonly error?: { readonly code: string; readonly message: string; readonly requestId?: string };
  /** Why it was denied, and what would flip it, where the target explains. */
  readonly explanation?: Explanation;
  readonly milliseconds: number;
}

/** `inconclusive`: neither the expected answer nor its opposite came (throttling, network, a validation error …). */
export type Verdict = "passed" | "failed" | "inconclusive";

export interface PhaseEnded extends Timed {
  readonly type: "phase ended";
  readonly scenario: string;
  readonly phase: string;
  readonly milliseconds: number;
}

export interface TeardownStarted extends Timed {
  readonly type: "teardown started";
  readonly scenario: string;
}

export interface ScenarioEnded extends Timed {
  readonly type: "scenario ended";
  readonly scenario: string;
  /** `skipped`: the target cannot carry the scenario; `problems` says why. */
  readonly outcome: "passed" | "failed" | "inconclusive" | "interrupted" | "skipped";
  /** What went wrong outside expectations: deployment, destruction, a hook. One sentence each, secrets removed. */
  readonly problems: readonly string[];
  /** What the teardown left behind, by ARN or path. Empty is the proof. */
  readonly leftovers: readonly string[];
  readonly pendingKeys: readonly PendingKey[];
  readonly milliseconds: number;
}

/** A key whose deletion is scheduled. */
export interface PendingKey {
  readonly arn: string;
  /** ISO 8601. Absent for a primary key with replicas: its time begins when the last of them is gone. */
  readonly deletionDate?: string;
  readonly windowInDays: number;
}

export interface RunEnded extends Timed {
  readonly type: "run ended";
  readonly summary: RunSummary;
  readonly milliseconds: number;
}

export interface RunSummary {
  readonly passed: number;
  readonly failed: number;
  readonly inconclusive: number;
  readonly leftovers: number;
  /** Scenarios that broke outside their expectations. */
  readonly broken: number;
  /** Scenarios that the target cannot carry. */
  readonly skipped: number;
  readonly interrupted: boolean;
}
