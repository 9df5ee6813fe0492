import { CreateVolumeCommand } from "@aws-sdk/client-ec2";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import type { VolumeOutputs } from "../../../infra/volume.ts";
import type { VolumeSnapshotOutputs } from "../../../infra/volumeSnapshot.ts";
import { answer, type Action } from "../action.ts";

/** What a volume is made of, and how it is encrypted. */
export interface CreateVolumeOptions<Key extends string, Snapshot extends string> {
  /** The note that the volume's id becomes. */
  readonly noteAs: string;
  /** The key to encrypt under. Default: that of the snapshot, if any. */
  readonly under?: Key;
  /** Default: the volume is empty. */
  readonly from?: Snapshot;
}

/** Makes a volume of 1 GiB beside another one, in its zone and with its tag `Name`. Yields nothing; whether it is there shows later. */
// Of two names of which one is left out, the compiler would take the other for any string: hence the const.
export function createVolume<
  Volume extends string,
  const Key extends string = never,
  const Snapshot extends string = never,
>(
  beside: Volume,
  { noteAs, under, from }: CreateVolumeOptions<Key, Snapshot>,
): Action<Record<Volume, VolumeOutputs> & Record<Key, EncryptionKeyOutputs> & Record<Snapshot, VolumeSnapshotOutputs>> {
  const how = [from && `from ${from}`, under && `under ${under}`].filter(Boolean).join(" ");
  return {
    operation: "ec2:CreateVolume",
    attempt: `CreateVolume ${noteAs} ${how}`,
    async perform(deployed, session) {
      const { availabilityZone, volumeName } = deployed[beside];
      const command = new CreateVolumeCommand({
        AvailabilityZone: availabilityZone,
        Size: 1,
        VolumeType: "gp3",
        Encrypted: under === undefined ? undefined : true,
        KmsKeyId: under === undefined ? undefined : deployed[under].arn,
        SnapshotId: from === undefined ? undefined : deployed[from].snapshotId,
        TagSpecifications: [{ ResourceType: "volume", Tags: [{ Key: "Name", Value: volumeName }] }],
      });
      const output = await session.ec2.send(command);
      session.notes.write(noteAs, output.VolumeId);
      return answer(output, undefined);
    },
  };
}
