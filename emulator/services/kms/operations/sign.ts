import type { SignCommandInput, SignCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { signDigest, signMessage } from "../crypto/signatures.ts";
import { stopDryRun } from "../dryRun.ts";
import { noteUse } from "../keyUse.ts";
import { signingAccess, signingKey, signingRequest } from "../signing.ts";

/** Signs a message of up to 4,096 bytes, or the hash of one. */
export const sign = operation<Input<SignCommandInput>, Output<SignCommandOutput>>({
  service: "kms",
  name: "Sign",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html",
  readOnly: true,
  audit: { request: signingRequest },
  access: (context, input) => signingAccess(context, input, "Sign"),
  run: (context, input) => {
    const { key, scheme } = signingKey(context, input, "Sign");
    stopDryRun(input.DryRun);
    const { secret } = key.currentMaterial;
    const signature =
      input.MessageType === "DIGEST"
        ? signDigest(secret, scheme, input.Message, context.instance.random.fleeting)
        : signMessage(secret, scheme, input.Message);
    noteUse(context, key, "Sign");
    return { KeyId: key.arn, Signature: signature, SigningAlgorithm: input.SigningAlgorithm };
  },
});
