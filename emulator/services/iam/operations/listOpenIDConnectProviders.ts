import type { ListOpenIDConnectProvidersCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";

/** Lists the OpenID Connect providers of the account. */
export const listOpenIDConnectProviders = operation<object, Output<ListOpenIDConnectProvidersCommandOutput>>({
  service: "iam",
  name: "ListOpenIDConnectProviders",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOpenIDConnectProviders.html",
  readOnly: true,
  access: (context) => iamAccess(context, "ListOpenIDConnectProviders", "*"),
  run: ({ account }) => ({
    OpenIDConnectProviderList: [...account.iam.openIdConnectProviders.keys()].sort().map((Arn) => ({ Arn })),
  }),
});
