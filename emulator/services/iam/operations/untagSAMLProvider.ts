import type { UntagSAMLProviderCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findSamlProvider, samlProviderAccess } from "../providers/samlProvider.ts";
import { tagsWithout } from "../tags.ts";

/** Removes tags from a SAML provider. */
export const untagSAMLProvider = operation<Input<UntagSAMLProviderCommandInput>, object>({
  service: "iam",
  name: "UntagSAMLProvider",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagSAMLProvider.html",
  readOnly: false,
  access: (context, { SAMLProviderArn, TagKeys }) =>
    samlProviderAccess(context, "UntagSAMLProvider", SAMLProviderArn, { "aws:TagKeys": TagKeys }),
  run: (context, { SAMLProviderArn, TagKeys }) => {
    const provider = findSamlProvider(context, SAMLProviderArn);
    provider.tags = tagsWithout(provider.tags, TagKeys, "matters");
    return {};
  },
});
