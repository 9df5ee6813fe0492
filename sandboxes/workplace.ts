import type { PulumiCommand } from "@pulumi/pulumi/automation/index.js";
import { Notes } from "../scenarios/contract/notes.ts";
import { Session } from "../scenarios/contract/session.ts";
import type { Backend } from "../runner/backend.ts";
import type { Credentials, TargetSession } from "../runner/target.ts";

/** Where sandboxes are, and with what they are worked on. */
export interface Workplace {
  readonly target: TargetSession;
  /** Looked for, and installed where it is missing, when it is first asked for. Rejects with a UserError where it cannot be had. */
  readonly pulumi: () => Promise<PulumiCommand>;
  readonly pulumiHome: string;
  /** Where the engine keeps its state. Default: in the folder of the lease. */
  readonly backend?: Backend;
  /** Aborted by Ctrl-C: what is being done ends, and can be gone on with. */
  readonly signal: AbortSignal;
  /** How many sandboxes are worked on at a time. */
  readonly parallel: number;
}

/** In the audit trail it stands with whatever is tried in the name of students, and was not done by them. */
export const proofAgent = "keylab-isolation";

/** How somebody's clients differ from what the place has. */
export interface SessionSettings {
  readonly customUserAgent?: string;
  /** Default: that of the place. */
  readonly region?: string;
}

/** Clients that act as somebody at the place. To be closed. */
export function sessionAs(
  { target }: Pick<Workplace, "target">,
  credentials: Credentials,
  settings: SessionSettings = {},
): Session {
  return new Session({ ...target.clientConfiguration(credentials), ...settings }, new Notes());
}
