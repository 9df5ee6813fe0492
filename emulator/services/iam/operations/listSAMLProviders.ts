import type { ListSAMLProvidersCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";

/** Lists the SAML providers of the account. */
export const listSAMLProviders = operation<object, Output<ListSAMLProvidersCommandOutput>>({
  service: "iam",
  name: "ListSAMLProviders",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSAMLProviders.html",
  readOnly: true,
  access: (context) => iamAccess(context, "ListSAMLProviders", "*"),
  run: ({ account }) => ({
    SAMLProviderList: [...account.iam.samlProviders.values()]
      .sort((a, b) => (a.arn < b.arn ? -1 : 1))
      .map(({ arn, validUntil, createdAt }) => ({ Arn: arn, ValidUntil: validUntil, CreateDate: createdAt })),
  }),
});
