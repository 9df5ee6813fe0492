import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import { findSnapshot } from "./findSnapshot.ts";
import { findVolume } from "./findVolume.ts";
import type { Snapshot } from "./snapshot.ts";
import { snapshotAccess } from "./snapshotAccess.ts";
import type { Volume } from "./volume.ts";
import { volumeAccess } from "./volumeAccess.ts";

type Kind = "volume" | "snapshot";

/** What an id stands for, by its prefix. Throws InvalidID for what has no tags here. */
function kindOf(id: string): Kind {
  if (id.startsWith("vol-")) return "volume";
  if (id.startsWith("snap-")) return "snapshot";
  throw new AwsError("InvalidID", `The ID '${id}' is not valid: the embedded EC2 has volumes and snapshots.`);
}

/** The permission to change the tags of a resource. */
export function taggingAccess(
  context: CallContext,
  operationName: "CreateTags" | "DeleteTags",
  id: string,
  conditions: ConditionValues,
): NeededAccess {
  const access = kindOf(id) === "volume" ? volumeAccess : snapshotAccess;
  return access(context, operationName, id, conditions);
}

/** A resource of the caller's account with tags. Throws InvalidVolume.NotFound and InvalidSnapshot.NotFound. */
export function findTagged(context: CallContext, id: string): Volume | Snapshot {
  return kindOf(id) === "volume" ? findVolume(context, id) : findSnapshot(context, id);
}

/** Every volume and snapshot of the account in the region. */
export function allTagged({ state }: CallContext): { readonly kind: Kind; readonly item: Volume | Snapshot }[] {
  return [
    ...state.ec2.volumes().map((item) => ({ kind: "volume" as const, item })),
    ...state.ec2.snapshots().map((item) => ({ kind: "snapshot" as const, item })),
  ];
}
