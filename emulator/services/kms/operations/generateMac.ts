import type { GenerateMacCommandInput, GenerateMacCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { stopDryRun } from "../dryRun.ts";
import { noteUse } from "../keyUse.ts";
import { macAccess, macOf, macRequest } from "../mac.ts";

/** Makes the message authentication code of up to 4,096 bytes. */
export const generateMac = operation<Input<GenerateMacCommandInput>, Output<GenerateMacCommandOutput>>({
  service: "kms",
  name: "GenerateMac",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateMac.html",
  readOnly: true,
  audit: { request: macRequest },
  access: (context, input) => macAccess(context, input, "GenerateMac"),
  run: (context, input) => {
    const { key, mac } = macOf(context, input, "GenerateMac");
    stopDryRun(input.DryRun);
    noteUse(context, key, "GenerateMac");
    return { Mac: mac, MacAlgorithm: input.MacAlgorithm, KeyId: key.arn };
  },
});
