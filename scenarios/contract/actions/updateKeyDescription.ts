import { UpdateKeyDescriptionCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** How often, and how patiently. */
export interface UpdateKeyDescriptionOptions {
  /** How many such requests are sent at once. Default: 1. */
  readonly times?: number;
  /** Whether what AWS throttles is repeated, with growing pauses. Default: no. */
  readonly retries?: boolean;
}

/** Changes what a key says it is for. Yields nothing. Of several requests, one that has failed is told. */
export function updateKeyDescription<Key extends string>(
  key: Key,
  description: string,
  { times = 1, retries = false }: UpdateKeyDescriptionOptions = {},
): Action<Record<Key, EncryptionKeyOutputs>> {
  const howOften = times === 1 ? "" : `, ${times} times at once`;
  return {
    operation: "kms:UpdateKeyDescription",
    attempt: `UpdateKeyDescription ${key}${howOften}${retries ? ", with retries" : ""}`,
    async perform(deployed, session) {
      const { kms } = retries ? session.retrying : session;
      const command = new UpdateKeyDescriptionCommand({ KeyId: deployed[key].arn, Description: description });
      const first = kms.send(command);
      const others = Array.from({ length: times - 1 }, async () => kms.send(command));
      await Promise.allSettled([first, ...others]);
      await Promise.all(others);
      return answer(await first, undefined);
    },
  };
}
