import type {
  DecodeAuthorizationMessageCommandInput,
  DecodeAuthorizationMessageCommandOutput,
} from "@aws-sdk/client-sts";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";

/** Opens the message of a denial that a service has encoded. */
export const decodeAuthorizationMessage = operation<
  Input<DecodeAuthorizationMessageCommandInput>,
  Output<DecodeAuthorizationMessageCommandOutput>
>({
  service: "sts",
  name: "DecodeAuthorizationMessage",
  documentation: "https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html",
  readOnly: true,
  access: ({ accountId }) => [
    { action: "sts:DecodeAuthorizationMessage", resource: { arn: "*", accountId, policyIsRequired: false } },
  ],
  run: ({ instance }, { EncodedMessage }) => {
    const DecodedMessage = instance.authorizationMessages.decode(EncodedMessage);
    if (DecodedMessage === undefined) {
      throw new AwsError("InvalidAuthorizationMessageException", "Message is not valid");
    }
    return { DecodedMessage };
  },
});
