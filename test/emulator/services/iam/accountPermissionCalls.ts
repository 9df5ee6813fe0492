import { samlMetadata } from "./certificates.ts";
import { about, account, type PermissionCall } from "./permissionCall.ts";

const profile = { InstanceProfileName: "Target" };
const profileArn = `${account}:instance-profile/Target`;
const Tags = [{ Key: "a", Value: "b" }];
const TagKeys = ["a"];
const RoleName = "Target";

const ofInstanceProfiles: readonly PermissionCall[] = [
  ...about("instance profile Target", profileArn, {
    DeleteInstanceProfile: (iam) => iam.deleteInstanceProfile(profile),
    GetInstanceProfile: (iam) => iam.getInstanceProfile(profile),
    ListInstanceProfileTags: (iam) => iam.listInstanceProfileTags(profile),
    RemoveRoleFromInstanceProfile: (iam) => iam.removeRoleFromInstanceProfile({ ...profile, RoleName }),
    TagInstanceProfile: (iam) => iam.tagInstanceProfile({ ...profile, Tags }),
    UntagInstanceProfile: (iam) => iam.untagInstanceProfile({ ...profile, TagKeys }),
  }),
  {
    name: "AddRoleToInstanceProfile",
    call: (iam) => iam.addRoleToInstanceProfile({ ...profile, RoleName }),
    shownAs: "instance profile Target",
    arn: profileArn,
    also: { action: "iam:PassRole", arn: `${account}:role/t/Target` },
  },
  ...about(profileArn, profileArn, { CreateInstanceProfile: (iam) => iam.createInstanceProfile(profile) }),
  ...about(`${account}:instance-profile/t/`, `${account}:instance-profile/t/`, {
    ListInstanceProfiles: (iam) => iam.listInstanceProfiles({ PathPrefix: "/t/" }),
  }),
];

const OpenIDConnectProviderArn = `${account}:oidc-provider/idp.example.com`;
const oidc = { OpenIDConnectProviderArn };
const SAMLProviderArn = `${account}:saml-provider/Target`;

const ofProviders: readonly PermissionCall[] = [
  ...about(OpenIDConnectProviderArn, OpenIDConnectProviderArn, {
    AddClientIDToOpenIDConnectProvider: (iam) => iam.addClientIDToOpenIDConnectProvider({ ...oidc, ClientID: "c" }),
    CreateOpenIDConnectProvider: (iam) => iam.createOpenIDConnectProvider({ Url: "https://idp.example.com" }),
    DeleteOpenIDConnectProvider: (iam) => iam.deleteOpenIDConnectProvider(oidc),
    GetOpenIDConnectProvider: (iam) => iam.getOpenIDConnectProvider(oidc),
    ListOpenIDConnectProviderTags: (iam) => iam.listOpenIDConnectProviderTags(oidc),
    RemoveClientIDFromOpenIDConnectProvider: (iam) =>
      iam.removeClientIDFromOpenIDConnectProvider({ ...oidc, ClientID: "c" }),
    TagOpenIDConnectProvider: (iam) => iam.tagOpenIDConnectProvider({ ...oidc, Tags }),
    UntagOpenIDConnectProvider: (iam) => iam.untagOpenIDConnectProvider({ ...oidc, TagKeys }),
    UpdateOpenIDConnectProviderThumbprint: (iam) =>
      iam.updateOpenIDConnectProviderThumbprint({ ...oidc, ThumbprintList: [] }),
  }),
  ...about(SAMLProviderArn, SAMLProviderArn, {
    CreateSAMLProvider: (iam) => iam.createSAMLProvider({ Name: "Target", SAMLMetadataDocument: samlMetadata }),
    DeleteSAMLProvider: (iam) => iam.deleteSAMLProvider({ SAMLProviderArn }),
    GetSAMLProvider: (iam) => iam.getSAMLProvider({ SAMLProviderArn }),
    ListSAMLProviderTags: (iam) => iam.listSAMLProviderTags({ SAMLProviderArn }),
    TagSAMLProvider: (iam) => iam.tagSAMLProvider({ SAMLProviderArn, Tags }),
    UntagSAMLProvider: (iam) => iam.untagSAMLProvider({ SAMLProviderArn, TagKeys }),
    UpdateSAMLProvider: (iam) => iam.updateSAMLProvider({ SAMLProviderArn, SAMLMetadataDocument: samlMetadata }),
  }),
];

const linked = `${account}:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS`;

const ofServiceLinkedRoles: readonly PermissionCall[] = [
  ...about(linked, linked, {
    CreateServiceLinkedRole: (iam) => iam.createServiceLinkedRole({ AWSServiceName: "rds.amazonaws.com" }),
    GetServiceLinkedRoleDeletionStatus: (iam) =>
      iam.getServiceLinkedRoleDeletionStatus({
        DeletionTaskId: "task/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS/1",
      }),
  }),
  ...about("role Gone", `${account}:role/Gone`, {
    DeleteServiceLinkedRole: (iam) => iam.deleteServiceLinkedRole({ RoleName: "Gone" }),
  }),
];

const ofAccount = about("*", "*", {
  CreateAccountAlias: (iam) => iam.createAccountAlias({ AccountAlias: "example" }),
  DeleteAccountAlias: (iam) => iam.deleteAccountAlias({ AccountAlias: "example" }),
  DeleteAccountPasswordPolicy: (iam) => iam.deleteAccountPasswordPolicy({}),
  GenerateCredentialReport: (iam) => iam.generateCredentialReport({}),
  GetAccountAuthorizationDetails: (iam) => iam.getAccountAuthorizationDetails({}),
  GetAccountPasswordPolicy: (iam) => iam.getAccountPasswordPolicy({}),
  GetAccountSummary: (iam) => iam.getAccountSummary({}),
  GetCredentialReport: (iam) => iam.getCredentialReport({}),
  ListAccountAliases: (iam) => iam.listAccountAliases({}),
  ListOpenIDConnectProviders: (iam) => iam.listOpenIDConnectProviders({}),
  ListSAMLProviders: (iam) => iam.listSAMLProviders({}),
  UpdateAccountPasswordPolicy: (iam) => iam.updateAccountPasswordPolicy({}),
});

/** One call of every operation about the account, identity providers, instance profiles and service-linked roles. */
export const accountPermissionCalls: readonly PermissionCall[] = [
  ...ofInstanceProfiles,
  ...ofProviders,
  ...ofServiceLinkedRoles,
  ...ofAccount,
  ...about("user Caller", `${account}:user/Caller`, {
    ChangePassword: (iam) => iam.changePassword({ OldPassword: "Correct-Horse-1", NewPassword: "Correct-Horse-2" }),
  }),
];
