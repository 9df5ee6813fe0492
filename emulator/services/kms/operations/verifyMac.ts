import { timingSafeEqual } from "node:crypto";
import type { VerifyMacCommandInput, VerifyMacCommandOutput } from "@aws-sdk/client-kms";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { stopDryRun } from "../dryRun.ts";
import { noteUse } from "../keyUse.ts";
import { macAccess, macOf, macRequest } from "../mac.ts";

/** Checks a message authentication code. One that is wrong is an error, not an answer. */
export const verifyMac = operation<Input<VerifyMacCommandInput>, Output<VerifyMacCommandOutput>>({
  service: "kms",
  name: "VerifyMac",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_VerifyMac.html",
  readOnly: true,
  audit: { request: macRequest },
  access: (context, input) => macAccess(context, input, "VerifyMac"),
  run: (context, input) => {
    const { key, mac } = macOf(context, input, "VerifyMac");
    const isSame = mac.length === input.Mac.length && timingSafeEqual(mac, input.Mac);
    if (!isSame) throw new AwsError("KMSInvalidMacException", "");
    stopDryRun(input.DryRun);
    noteUse(context, key, "VerifyMac");
    return { MacValid: true, MacAlgorithm: input.MacAlgorithm, KeyId: key.arn };
  },
});
