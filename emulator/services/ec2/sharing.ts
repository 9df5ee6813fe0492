import type { CreateVolumePermission, ModifySnapshotAttributeCommandInput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../awsError.ts";
import type { Input } from "../../operation.ts";
import { invalidCombination, invalidValue } from "./errors.ts";
import type { Snapshot } from "./snapshot.ts";

/** Whom a request lets in, and whom it keeps out. */
export interface SharingChange {
  readonly added: readonly CreateVolumePermission[];
  readonly removed: readonly CreateVolumePermission[];
}

/** What a request asks for, in the one form or in the other. Throws InvalidParameterValue and InvalidParameterCombination. */
export function sharingChange(input: Input<ModifySnapshotAttributeCommandInput>): SharingChange {
  const { Attribute, CreateVolumePermission: permission, OperationType } = input;
  if (Attribute !== undefined && Attribute !== "createVolumePermission") {
    throw invalidValue(`Only the attribute createVolumePermission can be changed, not ${Attribute}.`);
  }
  const named = namedIn(input);
  const added = [...(permission?.Add ?? []), ...(OperationType === "add" ? named : [])];
  const removed = [...(permission?.Remove ?? []), ...(OperationType === "remove" ? named : [])];
  if (named.length > 0 && OperationType === undefined) {
    throw invalidCombination("UserIds and GroupNames need an OperationType: add or remove.");
  }
  if (added.length > 0 && removed.length > 0) {
    throw invalidCombination("Accounts are either added or removed: make two requests of it.");
  }
  if (added.length + removed.length === 0) throw invalidCombination("Name the accounts to add or to remove.");
  return { added, removed };
}

function namedIn({ UserIds = [], GroupNames = [] }: Input<ModifySnapshotAttributeCommandInput>) {
  return [...UserIds.map((UserId) => ({ UserId })), ...GroupNames.map((Group) => group(Group))];
}

function group(name: string): CreateVolumePermission {
  if (name !== "all") throw invalidValue(`The only group is 'all', not '${name}'.`);
  return { Group: name };
}

/**
 * Throws OperationNotPermitted for what may not be shared so. Source: EC2 API Reference, ModifySnapshotAttribute; the first
 * message is seen in public transcripts, the other is not recorded anywhere.
 *
 * @param isUnderManagedKey whether the snapshot is encrypted under `aws/ebs`
 */
export function checkSharing({ encryption }: Snapshot, { added }: SharingChange, isUnderManagedKey: boolean): void {
  if (added.length === 0 || !encryption) return;
  if (isUnderManagedKey) throw notPermitted("Encrypted snapshots with EBS default key cannot be shared");
  if (added.some(({ Group }) => Group === "all")) throw notPermitted("Encrypted snapshots cannot be made public");
}

function notPermitted(message: string): AwsError {
  return new AwsError("OperationNotPermitted", message);
}

/** Changes who may make volumes of a snapshot. */
export function share(snapshot: Snapshot, { added, removed }: SharingChange): void {
  for (const { UserId, Group } of added) {
    if (Group === "all") snapshot.isPublic = true;
    if (UserId !== undefined) snapshot.sharedWith.add(UserId);
  }
  for (const { UserId, Group } of removed) {
    if (Group === "all") snapshot.isPublic = false;
    if (UserId !== undefined) snapshot.sharedWith.delete(UserId);
  }
}
