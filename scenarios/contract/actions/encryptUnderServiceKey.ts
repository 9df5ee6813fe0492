import { EncryptCommand } from "@aws-sdk/client-kms";
import { answer, type Action } from "../action.ts";

/** Tries to encrypt a text directly under the AWS managed key of a service, `dynamodb` for example. Yields nothing. */
export function encryptUnderServiceKey(service: string, plaintext: string): Action {
  return {
    operation: "kms:Encrypt",
    attempt: `Encrypt aws/${service}`,
    async perform(_deployed, session) {
      const command = new EncryptCommand({ KeyId: `alias/aws/${service}`, Plaintext: Buffer.from(plaintext) });
      return answer(await session.kms.send(command), undefined);
    },
  };
}
