import type { CreateAccessKeyCommandInput, CreateAccessKeyCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { checkQuota } from "../quotas.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Makes an access key of a user; its secret is shown this once. */
export const createAccessKey = operation<Input<CreateAccessKeyCommandInput>, Output<CreateAccessKeyCommandOutput>>({
  service: "iam",
  name: "CreateAccessKey",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html",
  readOnly: false,
  access: (context, { UserName }) => userAccess(context, "CreateAccessKey", userNameOrCaller(context, UserName)),
  run: (context, { UserName }) => {
    const user = findUser(context, userNameOrCaller(context, UserName));
    checkQuota("AccessKeysPerUser", user.accessKeys.size + 1);
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
