import type { GetOpenIDConnectProviderCommandInput, GetOpenIDConnectProviderCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findOpenIdConnectProvider, openIdConnectProviderAccess } from "../providers/openIdConnectProvider.ts";
import { listedTags } from "../tags.ts";

/** Shows an OpenID Connect provider. */
export const getOpenIDConnectProvider = operation<
  Input<GetOpenIDConnectProviderCommandInput>,
  Output<GetOpenIDConnectProviderCommandOutput>
>({
  service: "iam",
  name: "GetOpenIDConnectProvider",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetOpenIDConnectProvider.html",
  readOnly: true,
  access: (context, { OpenIDConnectProviderArn: arn }) =>
    openIdConnectProviderAccess(context, "GetOpenIDConnectProvider", arn),
  run: (context, { OpenIDConnectProviderArn }) => {
    const { url, clientIds, thumbprints, createdAt, tags } = findOpenIdConnectProvider(
      context,
      OpenIDConnectProviderArn,
    );
    return {
      Url: url,
      ClientIDList: [...clientIds],
      ThumbprintList: [...thumbprints],
      CreateDate: createdAt,
      Tags: listedTags(tags),
    };
  },
});
