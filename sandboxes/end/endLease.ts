import type { Lease, Remaining } from "../lease/lease.ts";
import type { Site } from "../places/site.ts";
import { endLeases, type EndOrder } from "./endLeases.ts";

/** {@link endLeases} for one: what is still there of it. */
export async function endLease(
  { lease, ...order }: Omit<EndOrder, "leases"> & { readonly lease: Lease },
  site: Site,
): Promise<readonly Remaining[]> {
  const left = await endLeases({ ...order, leases: [lease] }, site);
  return left.get(lease.id) ?? [];
}
