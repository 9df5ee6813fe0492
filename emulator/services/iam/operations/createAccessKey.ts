import type { CreateAccessKeyCommandInput, CreateAccessKeyCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findUser, userAccess, userNameOrCaller } from "../findUser.ts";
import { limitExceeded } from "../limitExceeded.ts";

/** Access keys of one user. Source: IAM User Guide, "IAM and AWS STS quotas". */
const maximumKeys = 2;

/** Makes an access key of a user; its secret is shown this once. */
export const createAccessKey = operation<Input<CreateAccessKeyCommandInput>, Output<CreateAccessKeyCommandOutput>>({
  service: "iam",
  name: "CreateAccessKey",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html",
  readOnly: false,
  access: (context, { UserName }) => userAccess(context, "CreateAccessKey", userNameOrCaller(context, UserName)),
  run: (context, { UserName }) => {
    const user = findUser(context, userNameOrCaller(context, UserName));
    if (user.accessKeys.size >= maximumKeys) {
      throw limitExceeded(`Cannot exceed quota for AccessKeysPerUser: ${maximumKeys}`);
    }
    const { accessKeyId, secretAccessKey, createdAt } = context.account.iam.addAccessKey(user);
    return {
      AccessKey: {
        UserName: user.name,
        AccessKeyId: accessKeyId,
        Status: "Active",
        SecretAccessKey: secretAccessKey,
        CreateDate: createdAt,
      },
    };
  },
});
