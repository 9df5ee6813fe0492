import type { AuditedEvent, TargetDescription } from "../reporters/events.ts";
import type { Explanation } from "../reporters/events/explanation.ts";
import type { SecondAccount } from "../infra/secondAccount.ts";
import type { ClientConfiguration, Credentials } from "../scenarios/contract/session.ts";
import type { Mark } from "./marks/mark.ts";
import type { FailedCall } from "./unsupported.ts";
import type { Patience } from "./waiting/patience.ts";

export type { ClientConfiguration, Credentials, Explanation, FailedCall, SecondAccount };

/** A place where scenarios run: the embedded AWS, an endpoint, AWS itself. */
export interface Target {
  readonly description: TargetDescription;
  /**
   * What the target can do beyond answering AWS requests: `clock` moves time forward, `exclusive account`
   * means that nobody else works in the account, so that its settings may be changed, `request quotas` throttles what exceeds
   * AWS's quotas, `second account` lets the run deploy to another account as well.
   */
  readonly abilities: ReadonlySet<Ability>;
  /**
   * Makes room for one scenario run, with the abilities that it needs. Whatever it makes is undone by `close`, which the runner calls in every case.
   * Throws a UserError where the target cannot be used.
   *
   * @param mark whose the room is: what is made for it carries the mark, where it outlives the process.
   */
  open(needs?: readonly Ability[], mark?: Mark): Promise<TargetSession>;
  /** Absent where nothing outlives the process. */
  readonly lasting?: LastingTarget;
}

export type Ability = "clock" | "exclusive account" | "request quotas" | "second account";

/** A target on which things stay when the process that made them is killed. */
export interface LastingTarget {
  /** As journals have it. */
  readonly url: string;
  /** Acts as whoever makes administrators: to look at what is there. Tries again what fails. */
  readonly root: ClientConfiguration;
  /** Throws a UserError where nobody answers, or `root` is not known. */
  check(): Promise<void>;
  /**
   * The room of a scenario run that is dead, as the administrator whom that run made; makes the administrator anew if there is
   * none. `close` removes the administrator.
   */
  takeOver(mark: Mark): Promise<TargetSession>;
}

/** Room for one scenario run on a target. */
export interface TargetSession {
  /** Credentials of the run's administrator, who deploys and tears down. */
  readonly administrator: Credentials;
  /** Another account, with an administrator of its own; absent where the run does not need it. */
  readonly secondAccount?: SecondAccount;
  /** The settings of an AWS client that acts with the given credentials. */
  clientConfiguration(credentials: Credentials): ClientConfiguration;
  /** Whether nobody else works here: then names need no suffix, and whatever is new in the end is a leftover. */
  readonly isExclusive: boolean;
  /** The ARN of a managed policy that limits every user and role that has no boundary of its own. Absent: nothing does. */
  readonly permissionsBoundary?: string;
  /** For expectations that are met eventually. */
  readonly patience: Patience;
  readonly engine: EngineSettings;
  /** Moves the target's clock; absent where there is none to move. */
  advanceClock?(milliseconds: number): Promise<void>;
  /** The target's own time. */
  now(): Promise<Date>;
  /** What was decided for a request; absent where the target keeps no such records. */
  decisionsOf?(requestId: string): Promise<readonly DecisionRecord[]>;
  /** Why it was decided so, decision by decision; absent where the target does not explain. */
  explanationsOf?(requestId: string): Promise<readonly Explanation[]>;
  /**
   * The events of CloudTrail since it was asked last, oldest first: on an exclusive account all of them, data events included; where
   * others work as well the management events of the run's own principals. Absent where the target does not tell at once.
   */
  takeAudited?(): Promise<readonly AuditedEvent[]>;
  /**
   * What could not be deployed because of what the target answered, the oldest first. Present only where the target may lack
   * what scenarios need: what it does not have is told apart there from what it decides wrongly.
   */
  failedCalls?(): readonly FailedCall[];
  /** @param keep whether what the run has made stays, and with it whoever may remove it. Default: no. */
  close(keep?: boolean): Promise<void>;
}

/** What the Pulumi engine needs to work on a target. */
export interface EngineSettings {
  /** Environment of the CLI, without what the engine wrapper sets itself. */
  readonly environment: Readonly<Record<string, string>>;
  /** For example `passphrase` or `awskms://…`. */
  readonly secretsProvider: string;
}

/** One decision of the target about one request, as its records state it. */
export interface DecisionRecord {
  readonly result: "Allowed" | "ImplicitlyDenied" | "ExplicitlyDenied";
  readonly layer: string;
  readonly action: string;
  readonly resource: string;
  /** The statement that decided; absent for an implicit denial, and where the target does not tell. */
  readonly statement?: { readonly policy: string; readonly statement: string | number };
}
