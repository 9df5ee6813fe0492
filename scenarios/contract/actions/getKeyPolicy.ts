import { GetKeyPolicyCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Reads a key's policy. Yields the policy document; its text can be noted, for `putKeyPolicy`. */
export function getKeyPolicy<Key extends string>(
  key: Key,
  { noteAs }: { readonly noteAs?: string } = {},
): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:GetKeyPolicy",
    attempt: `GetKeyPolicy ${key}`,
    async perform(deployed, session) {
      const output = await session.kms.send(new GetKeyPolicyCommand({ KeyId: deployed[key].arn }));
      if (noteAs !== undefined) session.notes.write(noteAs, output.Policy);
      const document: unknown = JSON.parse(output.Policy ?? "{}");
      return answer(output, document);
    },
  };
}
