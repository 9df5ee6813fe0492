import type { DeleteSAMLProviderCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findSamlProvider, samlProviderAccess } from "../providers/samlProvider.ts";

/** Deletes a SAML provider. Trust policies that name it stay. */
export const deleteSAMLProvider = operation<Input<DeleteSAMLProviderCommandInput>, object>({
  service: "iam",
  name: "DeleteSAMLProvider",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSAMLProvider.html",
  readOnly: false,
  access: (context, { SAMLProviderArn }) => samlProviderAccess(context, "DeleteSAMLProvider", SAMLProviderArn),
  run: (context, { SAMLProviderArn }) => {
    context.account.iam.samlProviders.delete(findSamlProvider(context, SAMLProviderArn).arn);
    return {};
  },
});
