import { limitExceeded } from "./limitExceeded.ts";

/**
 * Quotas under the names that IAM's errors give them. Source: IAM User Guide, "IAM and AWS STS quotas", defaults. The names
 * for OpenID Connect providers, SAML providers, server certificates, service-specific credentials, SSH public keys and MFA
 * devices are not recorded anywhere: they follow the others.
 */
export const quotas = {
  AccessKeysPerUser: 2,
  CertificatesPerUser: 2,
  ClientIdsPerOpenIdConnectProvider: 100,
  /** A role's trust policy, in characters without white space. */
  ACLSizePerRole: 2048,
  GroupsPerAccount: 300,
  GroupsPerUser: 10,
  InstanceProfilesPerAccount: 1000,
  /** Roles of an instance profile. */
  InstanceSessionsPerInstanceProfile: 1,
  MFADevicesPerUser: 8,
  OpenIdConnectProvidersPerAccount: 100,
  PoliciesPerAccount: 1500,
  PoliciesPerGroup: 10,
  PoliciesPerRole: 10,
  PoliciesPerUser: 10,
  /** A managed policy, in characters without white space. */
  PolicySize: 6144,
  RolesPerAccount: 1000,
  SAMLProvidersPerAccount: 100,
  ServerCertificatesPerAccount: 20,
  /** Of one user for one service. */
  ServiceSpecificCredentialsPerUser: 2,
  SSHPublicKeysPerUser: 5,
  UsersPerAccount: 5000,
} as const;

/** Throws LimitExceeded if more of a quota would be used than there is. */
export function checkQuota(name: keyof typeof quotas, used: number): void {
  if (used > quotas[name]) throw limitExceeded(`Cannot exceed quota for ${name}: ${quotas[name]}`);
}
