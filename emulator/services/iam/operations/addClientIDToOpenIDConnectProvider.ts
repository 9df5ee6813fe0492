import type { AddClientIDToOpenIDConnectProviderCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import {
  findOpenIdConnectProvider,
  openIdConnectProviderAccess,
  checkClientIds,
} from "../providers/openIdConnectProvider.ts";

/** Lets a further audience in; once is enough. */
export const addClientIDToOpenIDConnectProvider = operation<
  Input<AddClientIDToOpenIDConnectProviderCommandInput>,
  object
>({
  service: "iam",
  name: "AddClientIDToOpenIDConnectProvider",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddClientIDToOpenIDConnectProvider.html",
  readOnly: false,
  access: (context, { OpenIDConnectProviderArn: arn }) =>
    openIdConnectProviderAccess(context, "AddClientIDToOpenIDConnectProvider", arn),
  run: (context, { OpenIDConnectProviderArn, ClientID }) => {
    const { clientIds } = findOpenIdConnectProvider(context, OpenIDConnectProviderArn);
    checkClientIds(new Set([...clientIds, ClientID]));
    clientIds.add(ClientID);
    return {};
  },
});
