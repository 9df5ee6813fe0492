import type {
  CreateOpenIDConnectProviderCommandInput,
  CreateOpenIDConnectProviderCommandOutput,
} from "@aws-sdk/client-iam";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import { iamAccess } from "../iamAccess.ts";
import {
  openIdConnectProviderArn,
  withoutScheme,
  checkClientIds,
  checkThumbprints,
} from "../providers/openIdConnectProvider.ts";
import { checkQuota } from "../quotas.ts";
import { newTags, shownTags } from "../tags.ts";

/** Makes an identity provider that speaks OpenID Connect. Nothing is fetched from it: its thumbprints are those that are stated. */
export const createOpenIDConnectProvider = operation<
  Input<CreateOpenIDConnectProviderCommandInput>,
  Output<CreateOpenIDConnectProviderCommandOutput>
>({
  service: "iam",
  name: "CreateOpenIDConnectProvider",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html",
  readOnly: false,
  access: (context, { Url, Tags }) =>
    iamAccess(context, "CreateOpenIDConnectProvider", openIdConnectProviderArn(context, Url), {
      conditions: requestTags(Tags),
    }),
  run: (context, { Url, ClientIDList = [], ThumbprintList = [], Tags }) => {
    const { account, now } = context;
    const { openIdConnectProviders } = account.iam;
    const arn = openIdConnectProviderArn(context, Url);
    if (openIdConnectProviders.has(arn)) throw alreadyExists(`Provider with url ${Url} already exists.`);
    const clientIds = new Set(ClientIDList);
    checkThumbprints(ThumbprintList);
    checkClientIds(clientIds);
    checkQuota("OpenIdConnectProvidersPerAccount", openIdConnectProviders.size + 1);
    const tags = newTags(Tags, "matters");
    openIdConnectProviders.set(arn, {
      arn,
      url: withoutScheme(Url),
      clientIds,
      thumbprints: ThumbprintList,
      createdAt: now,
      tags,
    });
    return { OpenIDConnectProviderArn: arn, Tags: shownTags(tags) };
  },
});
