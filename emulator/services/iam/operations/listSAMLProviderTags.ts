import type { ListSAMLProviderTagsCommandInput, ListSAMLProviderTagsCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findSamlProvider, samlProviderAccess } from "../providers/samlProvider.ts";
import { tagPage } from "../tags.ts";

/** Lists the tags of a SAML provider. */
export const listSAMLProviderTags = operation<
  Input<ListSAMLProviderTagsCommandInput>,
  Output<ListSAMLProviderTagsCommandOutput>
>({
  service: "iam",
  name: "ListSAMLProviderTags",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSAMLProviderTags.html",
  readOnly: true,
  access: (context, { SAMLProviderArn }) => samlProviderAccess(context, "ListSAMLProviderTags", SAMLProviderArn),
  run: (context, input) => tagPage(findSamlProvider(context, input.SAMLProviderArn), input),
});
