import type { SummaryKeyType } from "@aws-sdk/client-iam";
import type { IamStore } from "../iamStore.ts";
import { maximumInlinePolicySize } from "../policies/inlinePolicies.ts";
import { maximumVersions } from "../policies/managedPolicy.ts";
import { quotas } from "../quotas.ts";

/** How much an account has of everything, and how much it may have. Source: IAM API Reference, GetAccountSummary. */
export function accountSummary(iam: IamStore): Record<SummaryKeyType, number> {
  return { ...usage(iam), ...limits, ...rootUser };
}

function usage(iam: IamStore) {
  const devices = [...iam.mfaDevices.values()];
  return {
    Users: iam.users.size,
    Groups: iam.groups.size,
    Roles: iam.roles.size,
    Policies: iam.policies.size,
    PolicyVersionsInUse: iam.policies.all().reduce((sum, { versions }) => sum + versions.size, 0),
    InstanceProfiles: iam.instanceProfiles.size,
    ServerCertificates: iam.serverCertificates.size,
    MFADevices: devices.length,
    MFADevicesInUse: devices.filter(({ enabled }) => enabled).length,
    Providers: iam.samlProviders.size + iam.openIdConnectProviders.size,
  };
}

const limits = {
  AccessKeysPerUserQuota: quotas.AccessKeysPerUser,
  AssumeRolePolicySizeQuota: quotas.ACLSizePerRole,
  AttachedPoliciesPerGroupQuota: quotas.PoliciesPerGroup,
  AttachedPoliciesPerRoleQuota: quotas.PoliciesPerRole,
  AttachedPoliciesPerUserQuota: quotas.PoliciesPerUser,
  GroupPolicySizeQuota: maximumInlinePolicySize.group,
  GroupsPerUserQuota: quotas.GroupsPerUser,
  GroupsQuota: quotas.GroupsPerAccount,
  InstanceProfilesQuota: quotas.InstanceProfilesPerAccount,
  PoliciesQuota: quotas.PoliciesPerAccount,
  PolicySizeQuota: quotas.PolicySize,
  // Stated by AWS, and not enforced here: 1,500 policies of five versions cannot reach it.
  PolicyVersionsInUseQuota: 10_000,
  RolePolicySizeQuota: maximumInlinePolicySize.role,
  RolesQuota: quotas.RolesPerAccount,
  ServerCertificatesQuota: quotas.ServerCertificatesPerAccount,
  SigningCertificatesPerUserQuota: quotas.CertificatesPerUser,
  UserPolicySizeQuota: maximumInlinePolicySize.user,
  UsersQuota: quotas.UsersPerAccount,
  VersionsPerPolicyQuota: maximumVersions,
};

/** The root user of an embedded account has no password, device or certificate, and its key is none of IAM's. */
const rootUser = {
  AccountAccessKeysPresent: 0,
  AccountMFAEnabled: 0,
  AccountPasswordPresent: 0,
  AccountSigningCertificatesPresent: 0,
  GlobalEndpointTokenVersion: 1,
};
