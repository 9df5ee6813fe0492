import { createPublicKey, diffieHellman, type KeyObject } from "node:crypto";
import type { DeriveSharedSecretCommandInput, DeriveSharedSecretCommandOutput } from "@aws-sdk/client-kms";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { stopDryRun } from "../dryRun.ts";
import { findKey } from "../findKey.ts";
import { checkGrantTokens } from "../grantToken.ts";
import { keyAccess } from "../keyAccess.ts";
import { noteUse, requireUse } from "../keyUse.ts";

const action = "kms:DeriveSharedSecret";

/** Agrees on a secret with the owner of another key pair, whose public key is given in DER. */
export const deriveSharedSecret = operation<
  Input<DeriveSharedSecretCommandInput>,
  Output<DeriveSharedSecretCommandOutput>
>({
  service: "kms",
  name: "DeriveSharedSecret",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_DeriveSharedSecret.html",
  readOnly: true,
  unsupported: ["Recipient"],
  audit: {
    request: ({ KeyId, KeyAgreementAlgorithm }) => ({ keyAgreementAlgorithm: KeyAgreementAlgorithm, keyId: KeyId }),
  },
  access: (context, { KeyId, KeyAgreementAlgorithm, GrantTokens }) => {
    checkGrantTokens(context, GrantTokens);
    const conditions = { "kms:KeyAgreementAlgorithm": KeyAgreementAlgorithm };
    return [
      keyAccess(context, findKey(context, KeyId), action, { keyName: KeyId, grantTokens: GrantTokens, conditions }),
    ];
  },
  run: (context, { KeyId, KeyAgreementAlgorithm: algorithm, PublicKey, DryRun }) => {
    const key = findKey(context, KeyId);
    requireUse(key, { action, operation: "DeriveSharedSecret", usage: "KEY_AGREEMENT", algorithm });
    const secret = agreed(key.currentMaterial.secret, PublicKey);
    stopDryRun(DryRun);
    noteUse(context, key, "DeriveSharedSecret");
    return { KeyId: key.arn, SharedSecret: secret, KeyAgreementAlgorithm: algorithm, KeyOrigin: key.origin };
  },
});

/** Throws ValidationException without a message, as recorded, for anything but a public key on the same curve. */
function agreed(privateKey: KeyObject, other: Uint8Array): Buffer {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(other), type: "spki", format: "der" });
    return diffieHellman({ privateKey, publicKey });
  } catch {
    throw new AwsError("ValidationException", "");
  }
}
