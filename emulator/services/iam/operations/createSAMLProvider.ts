import type { CreateSAMLProviderCommandInput, CreateSAMLProviderCommandOutput } from "@aws-sdk/client-iam";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import { iamAccess } from "../iamAccess.ts";
import { samlProviderArn, validityOf } from "../providers/samlProvider.ts";
import { checkQuota } from "../quotas.ts";
import { newTags, shownTags } from "../tags.ts";

/** Makes an identity provider that speaks SAML 2.0. */
export const createSAMLProvider = operation<
  Input<CreateSAMLProviderCommandInput>,
  Output<CreateSAMLProviderCommandOutput>
>({
  service: "iam",
  name: "CreateSAMLProvider",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html",
  readOnly: false,
  unsupported: ["AssertionEncryptionMode", "AddPrivateKey"],
  access: (context, { Name, Tags }) =>
    iamAccess(context, "CreateSAMLProvider", samlProviderArn(context, Name), { conditions: requestTags(Tags) }),
  run: (context, { Name, SAMLMetadataDocument: metadata, Tags }) => {
    const { account, instance, now } = context;
    const { samlProviders } = account.iam;
    const arn = samlProviderArn(context, Name);
    // The sentence is not recorded anywhere.
    if (samlProviders.has(arn)) throw alreadyExists(`SAML Provider with name ${Name} already exists.`);
    checkQuota("SAMLProvidersPerAccount", samlProviders.size + 1);
    const tags = newTags(Tags, "matters");
    samlProviders.set(arn, {
      arn,
      uuid: instance.random.text(22, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
      createdAt: now,
      tags,
      metadata,
      validUntil: validityOf(metadata, now),
    });
    return { SAMLProviderArn: arn, Tags: shownTags(tags) };
  },
});
