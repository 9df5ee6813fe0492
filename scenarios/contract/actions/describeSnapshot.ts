import { DescribeSnapshotsCommand } from "@aws-sdk/client-ec2";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import type { VolumeSnapshotOutputs } from "../../../infra/volumeSnapshot.ts";
import { answer, type Action } from "../action.ts";
import { nameOfKey } from "../nameOfKey.ts";

/**
 * Describes a snapshot. Yields `{ encryptedUnder }`: the name of `key` if the snapshot is encrypted under it, `"another key"`, or
 * `"no key"`.
 */
export function describeSnapshot<Snapshot extends string, Key extends string>(
  snapshot: Snapshot,
  key: Key,
): Action<Record<Snapshot, VolumeSnapshotOutputs> & Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "ec2:DescribeSnapshots",
    attempt: `DescribeSnapshots ${snapshot}`,
    async perform(deployed, session) {
      const command = new DescribeSnapshotsCommand({ SnapshotIds: [deployed[snapshot].snapshotId] });
      const output = await session.ec2.send(command);
      const [found] = output.Snapshots ?? [];
      return answer(output, { encryptedUnder: nameOfKey(found?.KmsKeyId, key, deployed[key].arn) ?? "no key" });
    },
  };
}
