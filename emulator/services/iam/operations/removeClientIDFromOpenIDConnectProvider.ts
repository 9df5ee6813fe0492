import type { RemoveClientIDFromOpenIDConnectProviderCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findOpenIdConnectProvider, openIdConnectProviderAccess } from "../providers/openIdConnectProvider.ts";

/** No longer lets an audience in. One that was never let in is passed over. */
export const removeClientIDFromOpenIDConnectProvider = operation<
  Input<RemoveClientIDFromOpenIDConnectProviderCommandInput>,
  object
>({
  service: "iam",
  name: "RemoveClientIDFromOpenIDConnectProvider",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveClientIDFromOpenIDConnectProvider.html",
  readOnly: false,
  access: (context, { OpenIDConnectProviderArn: arn }) =>
    openIdConnectProviderAccess(context, "RemoveClientIDFromOpenIDConnectProvider", arn),
  run: (context, { OpenIDConnectProviderArn, ClientID }) => {
    findOpenIdConnectProvider(context, OpenIDConnectProviderArn).clientIds.delete(ClientID);
    return {};
  },
});
