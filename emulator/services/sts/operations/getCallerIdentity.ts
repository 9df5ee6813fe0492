import type { GetCallerIdentityCommandOutput } from "@aws-sdk/client-sts";
import { operation, type Output } from "../../../operation.ts";

/** Tells callers who they are. */
export const getCallerIdentity = operation<object, Output<GetCallerIdentityCommandOutput>>({
  service: "sts",
  name: "GetCallerIdentity",
  documentation: "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html",
  readOnly: true,
  access: () => ({ noneBecause: "AWS answers it even to a caller whom a policy denies sts:GetCallerIdentity" }),
  run: ({ caller }) => ({ UserId: caller.principalId, Account: caller.accountId, Arn: caller.arn }),
});
