import type { UntagOpenIDConnectProviderCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findOpenIdConnectProvider, openIdConnectProviderAccess } from "../providers/openIdConnectProvider.ts";
import { tagsWithout } from "../tags.ts";

/** Removes tags from an OpenID Connect provider. */
export const untagOpenIDConnectProvider = operation<Input<UntagOpenIDConnectProviderCommandInput>, object>({
  service: "iam",
  name: "UntagOpenIDConnectProvider",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagOpenIDConnectProvider.html",
  readOnly: false,
  access: (context, { OpenIDConnectProviderArn, TagKeys }) =>
    openIdConnectProviderAccess(context, "UntagOpenIDConnectProvider", OpenIDConnectProviderArn, {
      "aws:TagKeys": TagKeys,
    }),
  run: (context, { OpenIDConnectProviderArn, TagKeys }) => {
    const provider = findOpenIdConnectProvider(context, OpenIDConnectProviderArn);
    provider.tags = tagsWithout(provider.tags, TagKeys, "matters");
    return {};
  },
});
