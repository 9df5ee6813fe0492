import type { ConditionValues } from "../../../authorization/conditions/conditionContext.ts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import type { NeededAccess } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { noSuchEntity } from "../noSuchEntity.ts";

/** An identity provider that speaks SAML 2.0. */
export interface SamlProvider {
  readonly arn: string;
  readonly uuid: string;
  readonly createdAt: Date;
  tags: ReadonlyMap<string, string>;
  metadata: string;
  validUntil: Date;
}

/** Source: IAM User Guide, "IAM identifiers". */
export function samlProviderArn({ accountId }: CallContext, name: string): string {
  return `arn:aws:iam::${accountId}:saml-provider/${name}`;
}

/** Throws NoSuchEntity. */
export function findSamlProvider({ account }: CallContext, arn: string): SamlProvider {
  const provider = account.iam.samlProviders.get(arn);
  if (!provider) throw noSuchEntity(`Manifest not found for arn ${arn}`);
  return provider;
}

/** The permission to do something with a SAML provider. */
export function samlProviderAccess(
  context: CallContext,
  action: string,
  arn: string,
  conditions?: ConditionValues,
): readonly NeededAccess[] {
  const { tags } = context.account.iam.samlProviders.get(arn) ?? {};
  return iamAccess(context, action, arn, { conditions, tags });
}

/**
 * How long metadata are good: until the `validUntil` that they state, else for a hundred years. The hundred years are what
 * is seen of real providers; AWS documents nothing. Throws InvalidInput for what is no metadata document.
 */
export function validityOf(metadata: string, now: Date): Date {
  const [, attributes] = /<(?:[\w-]+:)?EntityDescriptor\b([^>]*)>/.exec(metadata) ?? [];
  // The sentence is not recorded anywhere.
  if (attributes === undefined) throw new AwsError("InvalidInput", "Could not parse metadata");
  const stated = /\bvalidUntil="([^"]+)"/.exec(attributes)?.[1];
  const until = new Date(stated ?? Date.UTC(now.getUTCFullYear() + 100, now.getUTCMonth(), now.getUTCDate()));
  if (Number.isNaN(until.getTime())) throw new AwsError("InvalidInput", "Could not parse metadata");
  return until;
}
