import type { ConditionValues } from "../../../authorization/conditions/conditionContext.ts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import type { NeededAccess } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import { checkQuota } from "../quotas.ts";

/** An identity provider that speaks OpenID Connect. */
export interface OpenIdConnectProvider {
  readonly arn: string;
  /** Without `https://`, as IAM shows it and condition keys begin with it. */
  readonly url: string;
  /** The audiences that are let in. */
  readonly clientIds: Set<string>;
  /** SHA-1 fingerprints of certificates in hexadecimal. */
  thumbprints: readonly string[];
  readonly createdAt: Date;
  tags: ReadonlyMap<string, string>;
}

/** The ARN of the provider with a URL. Throws a ValidationError for a URL that no provider can have. */
export function openIdConnectProviderArn({ accountId }: CallContext, url: string): string {
  if (!/^https:\/\/[^/?#\s]+[^?#\s]*$/.test(url) || !URL.canParse(url)) {
    throw new AwsError("ValidationError", "Invalid Open ID Connect Provider URL");
  }
  return `arn:aws:iam::${accountId}:oidc-provider/${withoutScheme(url)}`;
}

/** The URL as IAM shows it. */
export function withoutScheme(url: string): string {
  return url.replace(/^https:\/\//, "");
}

/** Throws NoSuchEntity. */
export function findOpenIdConnectProvider({ account }: CallContext, arn: string): OpenIdConnectProvider {
  const provider = account.iam.openIdConnectProviders.get(arn);
  if (!provider) throw noSuchEntity(`OpenIDConnect Provider not found for arn ${arn}`);
  return provider;
}

/** The permission to do something with an OpenID Connect provider. */
export function openIdConnectProviderAccess(
  context: CallContext,
  action: string,
  arn: string,
  conditions?: ConditionValues,
): readonly NeededAccess[] {
  const { tags } = context.account.iam.openIdConnectProviders.get(arn) ?? {};
  return iamAccess(context, action, arn, { conditions, tags });
}

/** Throws LimitExceeded for too many client ids. */
export function checkClientIds(clientIds: ReadonlySet<string>): void {
  checkQuota("ClientIdsPerOpenIdConnectProvider", clientIds.size);
}

/** Throws InvalidInput for more than five thumbprints. The sentence is AWS's, though five are let in. */
export function checkThumbprints(thumbprints: readonly string[]): void {
  if (thumbprints.length > 5) throw new AwsError("InvalidInput", "Thumbprint list must contain fewer than 5 entries.");
}
