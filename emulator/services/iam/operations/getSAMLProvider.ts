import type { GetSAMLProviderCommandInput, GetSAMLProviderCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findSamlProvider, samlProviderAccess } from "../providers/samlProvider.ts";
import { listedTags } from "../tags.ts";

/** Shows a SAML provider with its metadata. */
export const getSAMLProvider = operation<Input<GetSAMLProviderCommandInput>, Output<GetSAMLProviderCommandOutput>>({
  service: "iam",
  name: "GetSAMLProvider",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetSAMLProvider.html",
  readOnly: true,
  access: (context, { SAMLProviderArn }) => samlProviderAccess(context, "GetSAMLProvider", SAMLProviderArn),
  run: (context, { SAMLProviderArn }) => {
    const { uuid, metadata, createdAt, validUntil, tags } = findSamlProvider(context, SAMLProviderArn);
    return {
      SAMLProviderUUID: uuid,
      SAMLMetadataDocument: metadata,
      CreateDate: createdAt,
      ValidUntil: validUntil,
      Tags: listedTags(tags),
      AssertionEncryptionMode: "Allowed",
      PrivateKeyList: [],
    };
  },
});
