import type { Credential } from "../desk.ts";
import type { LeaseOrder } from "../lease/lease.ts";
import type { Site } from "../places/site.ts";

/** Somebody's sandbox, where it is, and as whom they act in it. */
export interface Inmate {
  readonly order: LeaseOrder;
  /** As whoever undoes there what was possible and must not be. */
  readonly site: Site;
  /** The student's own administrator first. */
  readonly credentials: readonly Credential[];
}
