import type { DeleteOpenIDConnectProviderCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import { openIdConnectProviderAccess } from "../providers/openIdConnectProvider.ts";

/** Deletes an OpenID Connect provider. Trust policies that name it stay. */
export const deleteOpenIDConnectProvider = operation<Input<DeleteOpenIDConnectProviderCommandInput>, object>({
  service: "iam",
  name: "DeleteOpenIDConnectProvider",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteOpenIDConnectProvider.html",
  readOnly: false,
  access: (context, { OpenIDConnectProviderArn: arn }) =>
    openIdConnectProviderAccess(context, "DeleteOpenIDConnectProvider", arn),
  run: ({ account }, { OpenIDConnectProviderArn: arn }) => {
    if (!account.iam.openIdConnectProviders.delete(arn)) {
      throw noSuchEntity(`OpenId connect Provider ${arn} cannot be found.`);
    }
    return {};
  },
});
