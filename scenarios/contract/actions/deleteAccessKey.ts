import { DeleteAccessKeyCommand } from "@aws-sdk/client-iam";
import type { FurtherAccessKeyOutputs } from "../../../infra/furtherAccessKey.ts";
import { answer, type Action } from "../action.ts";

/** Deletes an access key of a user. Yields nothing. */
export function deleteAccessKey<Key extends string>(key: Key): Action<Record<Key, FurtherAccessKeyOutputs>> {
  return {
    operation: "iam:DeleteAccessKey",
    attempt: `DeleteAccessKey ${key}`,
    async perform(deployed, session) {
      const { userName, accessKeyId } = deployed[key];
      const command = new DeleteAccessKeyCommand({ UserName: userName, AccessKeyId: accessKeyId });
      return answer(await session.iam.send(command), undefined);
    },
  };
}
