import type { Session } from "../../scenarios/contract/session.ts";
import type { Workplace } from "../workplace.ts";

/** An account and a region in which sandboxes are. */
export interface Where {
  readonly accountId: string;
  readonly region: string;
}

/** An account and a region that are open, and who works there. */
export interface Site extends Where {
  readonly partition: string;
  readonly place: Workplace;
  /** May do everything there, and tries again what is throttled. */
  readonly administrator: Session;
}

/** A site with what undoes whatever was made to enter it. */
export interface OpenSite extends Site {
  close(): Promise<void>;
}
