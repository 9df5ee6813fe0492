import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { required } from "../aws/errors.ts";
import { providerFunction } from "../function.ts";

/** `aws.getCallerIdentity`: the principal that deploys. */
export const getCallerIdentity = providerFunction({
  token: "aws:index/getCallerIdentity:getCallerIdentity",
  inputs: {},
  unsupported: ["id"],
  async answer(aws) {
    const { Account, Arn, UserId } = await aws.sts.send(new GetCallerIdentityCommand());
    const accountId = required(Account, "Account");
    return { id: accountId, accountId, arn: required(Arn, "Arn"), userId: required(UserId, "UserId") };
  },
});
