import type { TagOpenIDConnectProviderCommandInput } from "@aws-sdk/client-iam";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input } from "../../../operation.ts";
import { findOpenIdConnectProvider, openIdConnectProviderAccess } from "../providers/openIdConnectProvider.ts";
import { tagsWith } from "../tags.ts";

/** Adds tags to an OpenID Connect provider, or gives them new values. */
export const tagOpenIDConnectProvider = operation<Input<TagOpenIDConnectProviderCommandInput>, object>({
  service: "iam",
  name: "TagOpenIDConnectProvider",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagOpenIDConnectProvider.html",
  readOnly: false,
  access: (context, { OpenIDConnectProviderArn, Tags }) =>
    openIdConnectProviderAccess(context, "TagOpenIDConnectProvider", OpenIDConnectProviderArn, requestTags(Tags)),
  run: (context, { OpenIDConnectProviderArn, Tags }) => {
    const provider = findOpenIdConnectProvider(context, OpenIDConnectProviderArn);
    provider.tags = tagsWith(provider.tags, Tags, "matters");
    return {};
  },
});
