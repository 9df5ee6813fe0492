import type { GetAccountSummaryCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Output } from "../../../operation.ts";
import { accountSummary } from "../account/accountSummary.ts";
import { iamAccess } from "../iamAccess.ts";

/** Tells how much the account has of everything, and how much it may have. */
export const getAccountSummary = operation<object, Output<GetAccountSummaryCommandOutput>>({
  service: "iam",
  name: "GetAccountSummary",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html",
  readOnly: true,
  access: (context) => iamAccess(context, "GetAccountSummary", "*"),
  run: ({ account }) => ({ SummaryMap: accountSummary(account.iam) }),
});
