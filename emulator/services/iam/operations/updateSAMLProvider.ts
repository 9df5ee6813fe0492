import type { UpdateSAMLProviderCommandInput, UpdateSAMLProviderCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findSamlProvider, samlProviderAccess, validityOf } from "../providers/samlProvider.ts";

/** Gives a SAML provider other metadata. */
export const updateSAMLProvider = operation<
  Input<UpdateSAMLProviderCommandInput>,
  Output<UpdateSAMLProviderCommandOutput>
>({
  service: "iam",
  name: "UpdateSAMLProvider",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSAMLProvider.html",
  readOnly: false,
  unsupported: ["AssertionEncryptionMode", "AddPrivateKey", "RemovePrivateKey"],
  access: (context, { SAMLProviderArn }) => samlProviderAccess(context, "UpdateSAMLProvider", SAMLProviderArn),
  run: (context, { SAMLProviderArn, SAMLMetadataDocument: metadata }) => {
    const provider = findSamlProvider(context, SAMLProviderArn);
    if (metadata !== undefined) {
      provider.validUntil = validityOf(metadata, context.now);
      provider.metadata = metadata;
    }
    return { SAMLProviderArn };
  },
});
