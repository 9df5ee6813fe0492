import { TagResourceCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Adds tags to a key, or changes those that it has. Yields nothing. */
export function tagResource<Key extends string>(
  key: Key,
  tags: Readonly<Record<string, string>>,
): Action<Record<Key, EncryptionKeyOutputs>> {
  const pairs = Object.entries(tags);
  return {
    operation: "kms:TagResource",
    attempt: `TagResource ${key} ${pairs.map(([name, value]) => `${name}=${value}`).join(" ")}`,
    async perform(deployed, session) {
      const command = new TagResourceCommand({
        KeyId: deployed[key].arn,
        Tags: pairs.map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
      });
      return answer(await session.kms.send(command), undefined);
    },
  };
}
