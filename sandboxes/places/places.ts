import type { LeaseOrder } from "../lease/lease.ts";
import type { Site } from "./site.ts";

/** Where the sandboxes of a class are: each in an account and a region. */
export interface Places {
  /** The target's own account and region: its clock counts for the whole class, and its signal ends everything. */
  readonly home: Site;
  /**
   * Where a sandbox is. To be asked for again before each piece of work: what lets Keylab in may be valid for an hour.
   *
   * @throws UserError where nobody is let in.
   */
  of(lease: Pick<LeaseOrder, "account" | "region">): Promise<Site>;
}
