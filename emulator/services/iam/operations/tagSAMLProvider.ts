import type { TagSAMLProviderCommandInput } from "@aws-sdk/client-iam";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input } from "../../../operation.ts";
import { findSamlProvider, samlProviderAccess } from "../providers/samlProvider.ts";
import { tagsWith } from "../tags.ts";

/** Adds tags to a SAML provider, or gives them new values. */
export const tagSAMLProvider = operation<Input<TagSAMLProviderCommandInput>, object>({
  service: "iam",
  name: "TagSAMLProvider",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagSAMLProvider.html",
  readOnly: false,
  access: (context, { SAMLProviderArn, Tags }) =>
    samlProviderAccess(context, "TagSAMLProvider", SAMLProviderArn, requestTags(Tags)),
  run: (context, { SAMLProviderArn, Tags }) => {
    const provider = findSamlProvider(context, SAMLProviderArn);
    provider.tags = tagsWith(provider.tags, Tags, "matters");
    return {};
  },
});
