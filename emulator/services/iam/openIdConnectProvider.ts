/** An OIDC provider that an account trusts, as sts:AssumeRoleWithWebIdentity needs to know it. */
export interface OpenIdConnectProvider {
  readonly arn: string;
  /** The audiences whose tokens are accepted. */
  readonly clientIds: readonly string[];
}
