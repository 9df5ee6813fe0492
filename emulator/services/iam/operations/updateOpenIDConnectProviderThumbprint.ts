import type { UpdateOpenIDConnectProviderThumbprintCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import {
  findOpenIdConnectProvider,
  openIdConnectProviderAccess,
  checkThumbprints,
} from "../providers/openIdConnectProvider.ts";

/** Puts other thumbprints in the place of all that a provider has. */
export const updateOpenIDConnectProviderThumbprint = operation<
  Input<UpdateOpenIDConnectProviderThumbprintCommandInput>,
  object
>({
  service: "iam",
  name: "UpdateOpenIDConnectProviderThumbprint",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateOpenIDConnectProviderThumbprint.html",
  readOnly: false,
  access: (context, { OpenIDConnectProviderArn: arn }) =>
    openIdConnectProviderAccess(context, "UpdateOpenIDConnectProviderThumbprint", arn),
  run: (context, { OpenIDConnectProviderArn, ThumbprintList }) => {
    const provider = findOpenIdConnectProvider(context, OpenIDConnectProviderArn);
    checkThumbprints(ThumbprintList);
    provider.thumbprints = ThumbprintList;
    return {};
  },
});
