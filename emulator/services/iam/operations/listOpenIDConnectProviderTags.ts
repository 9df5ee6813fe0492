import type {
  ListOpenIDConnectProviderTagsCommandInput,
  ListOpenIDConnectProviderTagsCommandOutput,
} from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findOpenIdConnectProvider, openIdConnectProviderAccess } from "../providers/openIdConnectProvider.ts";
import { tagPage } from "../tags.ts";

/** Lists the tags of an OpenID Connect provider. */
export const listOpenIDConnectProviderTags = operation<
  Input<ListOpenIDConnectProviderTagsCommandInput>,
  Output<ListOpenIDConnectProviderTagsCommandOutput>
>({
  service: "iam",
  name: "ListOpenIDConnectProviderTags",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOpenIDConnectProviderTags.html",
  readOnly: true,
  access: (context, { OpenIDConnectProviderArn }) =>
    openIdConnectProviderAccess(context, "ListOpenIDConnectProviderTags", OpenIDConnectProviderArn),
  run: (context, input) => tagPage(findOpenIdConnectProvider(context, input.OpenIDConnectProviderArn), input),
});
