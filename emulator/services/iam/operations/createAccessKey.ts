import type { CreateAccessKeyCommandInput, CreateAccessKeyCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { newAccessKey } from "../credentials/newAccessKey.ts";
import { userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Makes an access key of a user; its secret is shown this once. */
export const createAccessKey = operation<Input<CreateAccessKeyCommandInput>, Output<CreateAccessKeyCommandOutput>>({
  service: "iam",
  name: "CreateAccessKey",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html",
  readOnly: false,
  access: (context, { UserName }) => userAccess(context, "CreateAccessKey", userNameOrCaller(context, UserName)),
  run: (context, { UserName }) => newAccessKey(context, userNameOrCaller(context, UserName)),
});
