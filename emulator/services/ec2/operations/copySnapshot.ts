import type { CopySnapshotCommandInput, CopySnapshotCommandOutput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import type { Input, Output } from "../../../operation.ts";
import { encryptionOfClearData, encryptionOfCopy } from "../dataKeys.ts";
import { ec2Operation } from "../ec2Operation.ts";
import type { Encryption } from "../encryption.ts";
import { findSnapshot } from "../findSnapshot.ts";
import { newId } from "../newId.ts";
import { shownTags, tagsWith } from "../tags.ts";
import { Snapshot } from "../snapshot.ts";
import { newSnapshotAccess, sourceSnapshotAccess } from "../snapshotAccess.ts";
import { accessToMake, specifiedTags } from "../tagSpecifications.ts";
import { wantedKey } from "../wantedKey.ts";

type CopySnapshotInput = Input<CopySnapshotCommandInput>;

/** AWS gives copies a volume that there is not. Source: EC2 API Reference, Snapshot, `VolumeId`. */
const noVolume = "vol-ffffffff";

/**
 * Copies a snapshot of the account, or one that is shared with it, into the region of the call. Clients send PresignedUrl and
 * DestinationRegion of their own accord; AWS needs neither of them any more.
 */
export const copySnapshot = ec2Operation<CopySnapshotInput, Output<CopySnapshotCommandOutput>>({
  name: "CopySnapshot",
  readOnly: false,
  unsupported: ["DestinationOutpostArn", "CompletionDurationMinutes", "DestinationAvailabilityZone"],
  access: (context, { SourceRegion, SourceSnapshotId, TagSpecifications }) => {
    const making = newSnapshotAccess(context, "CopySnapshot", {});
    return [
      ...accessToMake(making, specifiedTags(TagSpecifications, "snapshot")),
      sourceSnapshotAccess(context, "CopySnapshot", SourceSnapshotId, SourceRegion),
    ];
  },
  run: async (context, input) => {
    const { instance, accountId, region, now, state } = context;
    const source = findSnapshot(context, input.SourceSnapshotId, input.SourceRegion);
    if (source.state(now) === "error") {
      throw new AwsError("IncorrectState", `Snapshot is in invalid state - ${source.id}`);
    }
    const tags = tagsWith(undefined, specifiedTags(input.TagSpecifications, "snapshot"));
    const id = newId(instance.random, "snap");
    const encryption = await copiedEncryption(context, input, source, id);
    const description = input.Description ?? `[Copied ${source.id} from ${source.region}]`;
    const copy = { id, accountId, region, startedAt: now, description, volumeId: noVolume, size: source.size };
    state.ec2.addSnapshot(new Snapshot({ ...copy, encryption, tags }));
    return { SnapshotId: id, Tags: shownTags(tags) };
  },
});

async function copiedEncryption(
  context: CallContext,
  input: CopySnapshotInput,
  source: Snapshot,
  id: string,
): Promise<Encryption | undefined> {
  const kmsKeyId = wantedKey(context, input, source);
  if (kmsKeyId === undefined) return undefined;
  if (!source.encryption) {
    return encryptionOfClearData(context, { kmsKeyId, id }, `arn:aws:ec2:${context.region}::snapshot/${id}`);
  }
  const { dataKey } = source.encryption;
  return dataKey ? encryptionOfCopy(context, { kmsKeyId, id }, dataKey, source.region) : { kmsKeyId };
}
