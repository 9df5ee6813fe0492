import type { GetAccessKeyInfoCommandInput, GetAccessKeyInfoCommandOutput } from "@aws-sdk/client-sts";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";

/** Tells which account an access key belongs to, whether or not it is still in use. */
export const getAccessKeyInfo = operation<Input<GetAccessKeyInfoCommandInput>, Output<GetAccessKeyInfoCommandOutput>>({
  service: "sts",
  name: "GetAccessKeyInfo",
  documentation: "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html",
  readOnly: true,
  access: ({ accountId }) => [
    { action: "sts:GetAccessKeyInfo", resource: { arn: "*", accountId, policyIsRequired: false } },
  ],
  run: ({ instance }, { AccessKeyId }) => {
    const Account = instance.credentials.accountOf(AccessKeyId);
    // AWS reads the account out of the id, also of an id that it never gave out. That cannot be done here.
    if (Account === undefined) {
      throw new AwsError("ValidationError", `The embedded AWS has made no access key ${AccessKeyId}.`);
    }
    return { Account };
  },
});
