import type { LeaseOrder } from "../lease/lease.ts";
import type { Where } from "../places/site.ts";
import type { ClassRecord } from "./classRecord.ts";

/** Where a sandbox of a class is. */
export function whereOf(
  { account, region }: Pick<LeaseOrder, "account" | "region">,
  record: Pick<ClassRecord, "partition" | "accountId" | "region">,
): Where & { readonly partition: string } {
  return { partition: record.partition, accountId: account ?? record.accountId, region: region ?? record.region };
}
