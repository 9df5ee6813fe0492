import { DescribeKeyCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Describes a key. Yields its metadata as KMS names them: `KeyState`, `KeySpec`, `KeyUsage` … */
export function describeKey<Key extends string>(key: Key): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:DescribeKey",
    attempt: `DescribeKey ${key}`,
    async perform(deployed, session) {
      const output = await session.kms.send(new DescribeKeyCommand({ KeyId: deployed[key].arn }));
      return answer(output, output.KeyMetadata);
    },
  };
}
