import { ListResourceTagsCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/**
 * Lists the tags of a key. Yields a list of `{ TagKey, TagValue }`, without those by which a run knows its own: they are there
 * only where others work, too, and no part of a lesson.
 */
export function listResourceTags<Key extends string>(key: Key): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:ListResourceTags",
    attempt: `ListResourceTags ${key}`,
    async perform(deployed, session) {
      const output = await session.kms.send(new ListResourceTagsCommand({ KeyId: deployed[key].arn }));
      return answer(
        output,
        output.Tags?.filter(({ TagKey }) => TagKey?.startsWith("keylab:") !== true).map(({ TagKey, TagValue }) => ({
          TagKey,
          TagValue,
        })),
      );
    },
  };
}
