import type { Session } from "../../scenarios/contract/session.ts";
import type { Found } from "../../runner/inventory/found.ts";
import type { ProbeKind } from "./isolationMatrix.ts";

/**
 * Something that nobody may do to what is not theirs, asked for so that it changes nothing even where it is allowed: it reads, it is a dry run, or
 * it names something that is not there. AWS decides whether it may be done before it looks.
 */
export interface Probe {
  /** As AWS spells it: `dynamodb:GetItem`. */
  readonly action: string;
  readonly kind: ProbeKind;
  readonly ask: (session: Session, found: Found) => Promise<unknown>;
}
