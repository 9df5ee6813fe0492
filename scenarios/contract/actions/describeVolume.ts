import { DescribeVolumesCommand } from "@aws-sdk/client-ec2";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import type { VolumeOutputs } from "../../../infra/volume.ts";
import { answer, type Action } from "../action.ts";
import { nameOfKey } from "../nameOfKey.ts";

/**
 * Describes a volume, or one that was made beside it and noted. Yields `{ state, encryptedUnder }`: the name of `key` if the
 * volume is encrypted under it, `"another key"`, or `"no key"`. A volume that is not there has the state `"gone"`.
 */
export function describeVolume<Volume extends string, Key extends string>(
  volume: Volume,
  key: Key,
  { noted }: { readonly noted?: string } = {},
): Action<Record<Volume, VolumeOutputs> & Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "ec2:DescribeVolumes",
    attempt: `DescribeVolumes ${noted ?? volume}`,
    async perform(deployed, session) {
      const id = noted === undefined ? deployed[volume].volumeId : session.notes.text(noted);
      // A filter finds nothing where an id that is not there would be an error.
      const command = new DescribeVolumesCommand({ Filters: [{ Name: "volume-id", Values: [id] }] });
      const output = await session.ec2.send(command);
      const [found] = output.Volumes ?? [];
      return answer(output, {
        state: found?.State ?? "gone",
        encryptedUnder: nameOfKey(found?.KmsKeyId, key, deployed[key].arn) ?? "no key",
      });
    },
  };
}
