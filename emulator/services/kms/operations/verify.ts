import type { VerifyCommandInput, VerifyCommandOutput } from "@aws-sdk/client-kms";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { verifyDigest, verifyMessage } from "../crypto/signatures.ts";
import { stopDryRun } from "../dryRun.ts";
import { noteUse } from "../keyUse.ts";
import { signingAccess, signingKey, signingRequest } from "../signing.ts";

/** Checks a signature. One that is wrong is an error, not an answer. */
export const verify = operation<Input<VerifyCommandInput>, Output<VerifyCommandOutput>>({
  service: "kms",
  name: "Verify",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_Verify.html",
  readOnly: true,
  audit: { request: signingRequest },
  access: (context, input) => signingAccess(context, input, "Verify"),
  run: (context, input) => {
    const { key, scheme } = signingKey(context, input, "Verify");
    const { secret } = key.currentMaterial;
    const check = input.MessageType === "DIGEST" ? verifyDigest : verifyMessage;
    if (!check(secret, scheme, input.Message, input.Signature)) throw new AwsError("KMSInvalidSignatureException", "");
    stopDryRun(input.DryRun);
    noteUse(context, key, "Verify");
    return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm: input.SigningAlgorithm };
  },
});
