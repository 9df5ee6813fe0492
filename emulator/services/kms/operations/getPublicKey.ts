import { createPublicKey } from "node:crypto";
import type { GetPublicKeyCommandInput, GetPublicKeyCommandOutput } from "@aws-sdk/client-kms";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findKey } from "../findKey.ts";
import { checkGrantTokens } from "../grantToken.ts";
import { keyAccess } from "../keyAccess.ts";
import { algorithms, underItsOlderName } from "../keyMetadata.ts";
import { requireEnabled } from "../keyState.ts";
import type { KmsKey } from "../kmsKey.ts";

const action = "kms:GetPublicKey";

/** Shows the public key of a pair, for use outside of KMS. */
export const getPublicKey = operation<Input<GetPublicKeyCommandInput>, Output<GetPublicKeyCommandOutput>>({
  service: "kms",
  name: "GetPublicKey",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_GetPublicKey.html",
  readOnly: true,
  audit: { request: ({ KeyId }) => ({ keyId: KeyId }) },
  access: (context, { KeyId, GrantTokens }) => {
    checkGrantTokens(context, GrantTokens);
    return [keyAccess(context, findKey(context, KeyId), action, { keyName: KeyId, grantTokens: GrantTokens })];
  },
  run: (context, { KeyId }) => {
    const key = findKey(context, KeyId);
    requireEnabled(key, action);
    return {
      KeyId: key.arn,
      PublicKey: publicKeyOf(key),
      ...underItsOlderName(key),
      KeySpec: key.spec,
      KeyUsage: key.usage,
      ...algorithms(key),
    };
  },
});

/** In DER, as SubjectPublicKeyInfo. The message of the error is not recorded anywhere. */
function publicKeyOf({ currentMaterial: { secret }, arn, spec }: KmsKey): Buffer {
  if (secret.type === "private") return createPublicKey(secret).export({ type: "spki", format: "der" });
  throw new AwsError(
    "UnsupportedOperationException",
    `${arn} key spec is ${spec} which is not valid for GetPublicKey.`,
  );
}
