import { GetParametersForImportCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";
import { noteImportParameters } from "../importParameters.ts";

/**
 * Fetches what is needed to import material: a public key that wraps it (RSA 2048, RSAES_OAEP_SHA_256) and an import token, which
 * are noted. Yields nothing.
 */
export function getParametersForImport<Key extends string>(
  key: Key,
  { noteAs }: { readonly noteAs: string },
): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:GetParametersForImport",
    attempt: `GetParametersForImport ${key}`,
    async perform(deployed, session) {
      const command = new GetParametersForImportCommand({
        KeyId: deployed[key].arn,
        WrappingAlgorithm: "RSAES_OAEP_SHA_256",
        WrappingKeySpec: "RSA_2048",
      });
      const output = await session.kms.send(command);
      noteImportParameters(session.notes, noteAs, output);
      return answer(output, undefined);
    },
  };
}
