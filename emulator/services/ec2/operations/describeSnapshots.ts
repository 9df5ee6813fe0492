import type { DescribeSnapshotsCommandInput, DescribeSnapshotsCommandOutput } from "@aws-sdk/client-ec2";
import type { CallContext } from "../../../callContext.ts";
import type { Input, Output } from "../../../operation.ts";
import { accountAccess } from "../accountAccess.ts";
import { ec2Operation } from "../ec2Operation.ts";
import { filteredByTags, type FilterFields } from "../filters.ts";
import { findSnapshot } from "../findSnapshot.ts";
import { page } from "../page.ts";
import { shownSnapshot } from "../shownSnapshot.ts";
import type { Snapshot } from "../snapshot.ts";

type DescribeSnapshotsInput = Input<DescribeSnapshotsCommandInput>;

/** Lists snapshots: the account's own, those that are shared with it, and public ones. Tags are shown to the owner alone. */
export const describeSnapshots = ec2Operation<DescribeSnapshotsInput, Output<DescribeSnapshotsCommandOutput>>({
  name: "DescribeSnapshots",
  readOnly: true,
  access: (context) => [accountAccess(context, "DescribeSnapshots")],
  run: (context, input) => {
    const { items, NextToken } = page(requested(context, input), ({ id }) => id, { ...input, ids: input.SnapshotIds });
    const Snapshots = items.map((snapshot) => {
      const shown = shownSnapshot(snapshot, context.now);
      return snapshot.accountId === context.accountId ? shown : { ...shown, Tags: undefined };
    });
    return { NextToken, Snapshots };
  },
});

function requested(context: CallContext, input: DescribeSnapshotsInput): Snapshot[] {
  const { SnapshotIds = [], OwnerIds = [], RestorableByUserIds = [], Filters } = input;
  const owners = OwnerIds.map((owner) => (owner === "self" ? context.accountId : owner));
  const visible = SnapshotIds.length > 0 ? SnapshotIds.map((id) => findSnapshot(context, id)) : visibleTo(context);
  const chosen = visible.filter(
    (snapshot) =>
      (owners.length === 0 || owners.includes(snapshot.accountId)) &&
      (RestorableByUserIds.length === 0 || RestorableByUserIds.some((user) => isRestorableBy(context, snapshot, user))),
  );
  return filteredByTags(chosen, Filters, fieldsAt(context.now));
}

function visibleTo({ instance, region, accountId }: CallContext): Snapshot[] {
  const all = instance.regionsNamed(region).flatMap(({ ec2 }) => ec2.snapshots());
  return all.filter((snapshot) => snapshot.isOpenTo(accountId));
}

/** `all` means public ones, `self` those that are shared with the caller or are its own. */
function isRestorableBy({ accountId }: CallContext, snapshot: Snapshot, user: string): boolean {
  if (user === "all") return snapshot.isPublic;
  const account = user === "self" ? accountId : user;
  return snapshot.accountId === account || snapshot.sharedWith.has(account);
}

function fieldsAt(now: Date): FilterFields<Snapshot> {
  return {
    description: ({ description }) => description,
    encrypted: ({ encryption }) => String(encryption !== undefined),
    "owner-id": ({ accountId }) => accountId,
    progress: (snapshot) => shownSnapshot(snapshot, now).Progress,
    "snapshot-id": ({ id }) => id,
    "start-time": ({ startedAt }) => startedAt.toISOString(),
    status: (snapshot) => snapshot.state(now),
    "storage-tier": () => "standard",
    "volume-id": ({ volumeId }) => volumeId,
    "volume-size": ({ size }) => String(size),
  };
}
