import type { GetAccountAuthorizationDetailsCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { authorizationDetails, type AuthorizationDetails } from "../account/authorizationDetails.ts";
import { iamAccess } from "../iamAccess.ts";

/** Shows all users, groups, roles and managed policies of the account, page by page. */
export const getAccountAuthorizationDetails = operation<
  Input<GetAccountAuthorizationDetailsCommandInput>,
  AuthorizationDetails
>({
  service: "iam",
  name: "GetAccountAuthorizationDetails",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html",
  readOnly: true,
  access: (context) => iamAccess(context, "GetAccountAuthorizationDetails", "*"),
  run: authorizationDetails,
});
