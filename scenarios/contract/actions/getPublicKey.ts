import { GetPublicKeyCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Fetches the public key of a pair, which becomes a note in DER (SubjectPublicKeyInfo). Yields `{ KeySpec, KeyUsage }`. */
export function getPublicKey<Key extends string>(
  key: Key,
  { noteAs }: { readonly noteAs: string },
): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:GetPublicKey",
    attempt: `GetPublicKey ${key}`,
    async perform(deployed, session) {
      const output = await session.kms.send(new GetPublicKeyCommand({ KeyId: deployed[key].arn }));
      session.notes.write(noteAs, output.PublicKey);
      return answer(output, { KeySpec: output.KeySpec, KeyUsage: output.KeyUsage });
    },
  };
}
