import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { Snapshot } from "./snapshot.ts";

/** A snapshot in a region that an account can see: its own, one that is shared with it, or a public one. */
export function visibleSnapshot(
  { instance, accountId }: CallContext,
  region: string,
  id: string,
): Snapshot | undefined {
  const found = instance.regionsNamed(region).flatMap(({ ec2 }) => ec2.snapshot(id) ?? []);
  return found.find((snapshot) => snapshot.isOpenTo(accountId));
}

/** The same. Throws InvalidSnapshot.NotFound, and InvalidSnapshotID.Malformed for what is no id. */
export function findSnapshot(context: CallContext, id: string, region = context.region): Snapshot {
  const found = visibleSnapshot(context, region, id);
  if (found) return found;
  if (!/^snap-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id)) {
    throw new AwsError("InvalidSnapshotID.Malformed", `Invalid id: "${id}" (expecting "snap-...")`);
  }
  throw new AwsError("InvalidSnapshot.NotFound", `The snapshot '${id}' does not exist.`);
}
