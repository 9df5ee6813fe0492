import type { GenerateRandomCommandInput, GenerateRandomCommandOutput } from "@aws-sdk/client-kms";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { accountAccess } from "../keyAccess.ts";

/** Makes 1 to 1,024 random bytes. */
export const generateRandom = operation<Input<GenerateRandomCommandInput>, Output<GenerateRandomCommandOutput>>({
  service: "kms",
  name: "GenerateRandom",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateRandom.html",
  readOnly: true,
  unsupported: ["CustomKeyStoreId", "Recipient"],
  access: (context) => [accountAccess(context, "kms:GenerateRandom")],
  run: ({ instance }, { NumberOfBytes }) => {
    if (NumberOfBytes === undefined) throw new AwsError("ValidationException", "NumberOfBytes is required.");
    return { Plaintext: instance.random.fleeting.bytes(NumberOfBytes) };
  },
});
