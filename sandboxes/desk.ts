import type { HandOver, Lease } from "./lease/lease.ts";
import type { LeaseState } from "./lease/leaseState.ts";
import type { Blueprint } from "./student.ts";

/** What can be done with the sandboxes of a class: the command line and the pages both work through it. */
export interface Desk {
  /** What there is to be seen of the class. */
  view(): Promise<ClassView>;
  /** What a student sees of their own sandbox. Nothing for a code that opens none. */
  studentView(joinCode: string): Promise<StudentView | undefined>;
  /** Access keys and sign-ins of a sandbox; that they were handed over is recorded. Throws a UserError where it may not be handed out. */
  handOut(lease: string, to: HandOver["to"]): Promise<readonly Credential[]>;
  /** Throws a UserError for a time that is over, and where the lease has ended. So do the others. */
  extend(lease: string, until: Date): Promise<void>;
  /** Nobody of the sandbox can do anything any more; data stay. */
  freeze(lease: string, reason: string): Promise<void>;
  thaw(lease: string): Promise<void>;
  /** Back to the start of the workshop. */
  reset(lease: string): Promise<void>;
  end(lease: string): Promise<void>;
}

/** A class as the instructor sees it. No secret is in it but the codes that open the students' pages. */
export interface ClassView {
  readonly name: string;
  /** The workshop, as it is configured: `encrypt-a-database`. */
  readonly workshop: string;
  readonly target: string;
  /** ISO 8601, by the target's clock. So are all times below. */
  readonly now: string;
  /** Whether the sandboxes were shown to be isolated from each other. */
  readonly isolation: "proved" | "broken" | "not proved yet";
  readonly leases: readonly LeaseView[];
  /** Why sandboxes could not be looked at, in sentences. Absent: all could. */
  readonly problems?: readonly string[];
}

/** A sandbox as the instructor sees it. */
export interface LeaseView {
  readonly id: string;
  readonly students: readonly { readonly id: string; readonly name?: string; readonly role: "student" | "assistant" }[];
  readonly group?: string;
  /** The account, where it is not that of the class. */
  readonly account?: string;
  /** The region, where it is not that of the class. */
  readonly region?: string;
  readonly blueprint: Blueprint;
  readonly state: LeaseState;
  readonly since: string;
  /** Why it is in this state, as a clause. */
  readonly reason: string;
  readonly until: string;
  readonly joinCode: string;
  readonly checkpoints: readonly CheckpointView[];
  /** Since when no checkpoint was reached although one is open. Absent: they are not stuck. */
  readonly stuckSince?: string;
  /** The latest, the newest first. */
  readonly denials: readonly DenialView[];
  readonly handOvers: Lease["handOvers"];
  readonly usage: Lease["usage"];
  readonly remaining: Lease["remaining"];
}

/** What somebody is to have done. */
export interface CheckpointView {
  readonly id: string;
  /** As a sentence for whoever is to do it: `Create the key nextwork-kms-key.` */
  readonly task: string;
  /** As a clause for whoever looks on: `key created`. */
  readonly title: string;
  /** Absent: not yet. */
  readonly reachedAt?: string;
}

/** A call that was refused. */
export interface DenialView {
  readonly at: string;
  /** The user or role, without the names' prefix. */
  readonly who: string;
  /** For example `kms:Decrypt`. */
  readonly action: string;
  /** Why, in a sentence of AWS or of ours. */
  readonly explanation: string;
}

/** What a student sees. */
export interface StudentView {
  readonly lease: string;
  readonly workshop: string;
  /** By the target's clock. */
  readonly now: string;
  readonly state: LeaseState;
  readonly until: string;
  readonly signInUrl: string;
  readonly region: string;
  /** Names of resources, by what they are: `key alias` → `zoe-4k2p-nextwork-kms-key`. */
  readonly names: Readonly<Record<string, string>>;
  readonly checkpoints: readonly CheckpointView[];
  readonly denials: readonly DenialView[];
  /** Whether they were shown the credentials before. */
  readonly wasHandedOut: boolean;
}

/** As whom somebody signs in and calls. Secret. */
export interface Credential {
  readonly userName: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly password: string;
  readonly signInUrl: string;
}
