import { accountPermissionCalls } from "./accountPermissionCalls.ts";
import { credentialPermissionCalls } from "./credentialPermissionCalls.ts";
import { allow, trust } from "./document.ts";
import { about, account, type PermissionCall } from "./permissionCall.ts";

export const user = `${account}:user/t/Target`;
export const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const role = `${account}:role/t/Target`;
const policy = `${account}:policy/t/Target`;

const ofUsers = about("user Target", user, {
  AttachUserPolicy: (iam) => iam.attachUserPolicy({ UserName: "Target", PolicyArn: readOnly }),
  CreateAccessKey: (iam) => iam.createAccessKey({ UserName: "Target" }),
  CreateLoginProfile: (iam) => iam.createLoginProfile({ UserName: "Target", Password: "Correct-Horse-1" }),
  DeleteAccessKey: (iam, AccessKeyId) => iam.deleteAccessKey({ UserName: "Target", AccessKeyId }),
  DeleteLoginProfile: (iam) => iam.deleteLoginProfile({ UserName: "Target" }),
  DeleteUser: (iam) => iam.deleteUser({ UserName: "Target" }),
  DeleteUserPolicy: (iam) => iam.deleteUserPolicy({ UserName: "Target", PolicyName: "p" }),
  DetachUserPolicy: (iam) => iam.detachUserPolicy({ UserName: "Target", PolicyArn: readOnly }),
  GetAccessKeyLastUsed: (iam, AccessKeyId) => iam.getAccessKeyLastUsed({ AccessKeyId }),
  GetLoginProfile: (iam) => iam.getLoginProfile({ UserName: "Target" }),
  GetUser: (iam) => iam.getUser({ UserName: "Target" }),
  GetUserPolicy: (iam) => iam.getUserPolicy({ UserName: "Target", PolicyName: "p" }),
  ListAccessKeys: (iam) => iam.listAccessKeys({ UserName: "Target" }),
  ListAttachedUserPolicies: (iam) => iam.listAttachedUserPolicies({ UserName: "Target" }),
  ListGroupsForUser: (iam) => iam.listGroupsForUser({ UserName: "Target" }),
  ListUserPolicies: (iam) => iam.listUserPolicies({ UserName: "Target" }),
  ListUserTags: (iam) => iam.listUserTags({ UserName: "Target" }),
  PutUserPolicy: (iam) => iam.putUserPolicy({ UserName: "Target", PolicyName: "p", PolicyDocument: allow("s3:Get*") }),
  TagUser: (iam) => iam.tagUser({ UserName: "Target", Tags: [{ Key: "a", Value: "b" }] }),
  UntagUser: (iam) => iam.untagUser({ UserName: "Target", TagKeys: ["a"] }),
  UpdateAccessKey: (iam, AccessKeyId) => iam.updateAccessKey({ UserName: "Target", AccessKeyId, Status: "Active" }),
  UpdateLoginProfile: (iam) => iam.updateLoginProfile({ UserName: "Target", Password: "Correct-Horse-1" }),
  UpdateUser: (iam) => iam.updateUser({ UserName: "Target" }),
  PutUserPermissionsBoundary: (iam) =>
    iam.putUserPermissionsBoundary({ UserName: "Target", PermissionsBoundary: readOnly }),
  DeleteUserPermissionsBoundary: (iam) => iam.deleteUserPermissionsBoundary({ UserName: "Target" }),
});

const ofRoles = about("role Target", role, {
  AttachRolePolicy: (iam) => iam.attachRolePolicy({ RoleName: "Target", PolicyArn: readOnly }),
  DeleteRole: (iam) => iam.deleteRole({ RoleName: "Target" }),
  DeleteRolePolicy: (iam) => iam.deleteRolePolicy({ RoleName: "Target", PolicyName: "p" }),
  DetachRolePolicy: (iam) => iam.detachRolePolicy({ RoleName: "Target", PolicyArn: readOnly }),
  GetRole: (iam) => iam.getRole({ RoleName: "Target" }),
  GetRolePolicy: (iam) => iam.getRolePolicy({ RoleName: "Target", PolicyName: "p" }),
  ListAttachedRolePolicies: (iam) => iam.listAttachedRolePolicies({ RoleName: "Target" }),
  ListInstanceProfilesForRole: (iam) => iam.listInstanceProfilesForRole({ RoleName: "Target" }),
  ListRolePolicies: (iam) => iam.listRolePolicies({ RoleName: "Target" }),
  ListRoleTags: (iam) => iam.listRoleTags({ RoleName: "Target" }),
  PutRolePolicy: (iam) => iam.putRolePolicy({ RoleName: "Target", PolicyName: "p", PolicyDocument: allow("s3:Get*") }),
  TagRole: (iam) => iam.tagRole({ RoleName: "Target", Tags: [{ Key: "a", Value: "b" }] }),
  UntagRole: (iam) => iam.untagRole({ RoleName: "Target", TagKeys: ["a"] }),
  UpdateAssumeRolePolicy: (iam) =>
    iam.updateAssumeRolePolicy({ RoleName: "Target", PolicyDocument: trust(`${account}:root`) }),
  UpdateRole: (iam) => iam.updateRole({ RoleName: "Target" }),
  UpdateRoleDescription: (iam) => iam.updateRoleDescription({ RoleName: "Target", Description: "d" }),
  PutRolePermissionsBoundary: (iam) =>
    iam.putRolePermissionsBoundary({ RoleName: "Target", PermissionsBoundary: readOnly }),
  DeleteRolePermissionsBoundary: (iam) => iam.deleteRolePermissionsBoundary({ RoleName: "Target" }),
});

const ofGroups = about("group Target", `${account}:group/t/Target`, {
  GetGroup: (iam) => iam.getGroup({ GroupName: "Target" }),
  DeleteGroup: (iam) => iam.deleteGroup({ GroupName: "Target" }),
  UpdateGroup: (iam) => iam.updateGroup({ GroupName: "Target" }),
  AddUserToGroup: (iam) => iam.addUserToGroup({ GroupName: "Target", UserName: "Target" }),
  RemoveUserFromGroup: (iam) => iam.removeUserFromGroup({ GroupName: "Target", UserName: "Target" }),
  PutGroupPolicy: (iam) =>
    iam.putGroupPolicy({ GroupName: "Target", PolicyName: "p", PolicyDocument: allow("s3:Get*") }),
  GetGroupPolicy: (iam) => iam.getGroupPolicy({ GroupName: "Target", PolicyName: "p" }),
  ListGroupPolicies: (iam) => iam.listGroupPolicies({ GroupName: "Target" }),
  DeleteGroupPolicy: (iam) => iam.deleteGroupPolicy({ GroupName: "Target", PolicyName: "p" }),
  AttachGroupPolicy: (iam) => iam.attachGroupPolicy({ GroupName: "Target", PolicyArn: readOnly }),
  DetachGroupPolicy: (iam) => iam.detachGroupPolicy({ GroupName: "Target", PolicyArn: readOnly }),
  ListAttachedGroupPolicies: (iam) => iam.listAttachedGroupPolicies({ GroupName: "Target" }),
});

const ofPolicies = about(`policy ${policy}`, policy, {
  CreatePolicyVersion: (iam) => iam.createPolicyVersion({ PolicyArn: policy, PolicyDocument: allow("s3:Get*") }),
  DeletePolicy: (iam) => iam.deletePolicy({ PolicyArn: policy }),
  DeletePolicyVersion: (iam) => iam.deletePolicyVersion({ PolicyArn: policy, VersionId: "v9" }),
  GetPolicy: (iam) => iam.getPolicy({ PolicyArn: policy }),
  GetPolicyVersion: (iam) => iam.getPolicyVersion({ PolicyArn: policy, VersionId: "v9" }),
  ListEntitiesForPolicy: (iam) => iam.listEntitiesForPolicy({ PolicyArn: policy }),
  ListPolicyTags: (iam) => iam.listPolicyTags({ PolicyArn: policy }),
  ListPolicyVersions: (iam) => iam.listPolicyVersions({ PolicyArn: policy }),
  SetDefaultPolicyVersion: (iam) => iam.setDefaultPolicyVersion({ PolicyArn: policy, VersionId: "v9" }),
  TagPolicy: (iam) => iam.tagPolicy({ PolicyArn: policy, Tags: [{ Key: "a", Value: "b" }] }),
  UntagPolicy: (iam) => iam.untagPolicy({ PolicyArn: policy, TagKeys: ["a"] }),
});

const PolicyInputList = [allow("s3:Get*")];
const ActionNames = ["s3:GetObject"];
const JobId = "00000000-0000-4000-8000-000000000000";

const ofSimulations = [
  ...about(user, user, {
    SimulatePrincipalPolicy: (iam) => iam.simulatePrincipalPolicy({ PolicySourceArn: user, ActionNames }),
    ListPoliciesGrantingServiceAccess: (iam) =>
      iam.listPoliciesGrantingServiceAccess({ Arn: user, ServiceNamespaces: ["s3"] }),
    GenerateServiceLastAccessedDetails: (iam) => iam.generateServiceLastAccessedDetails({ Arn: user }),
    GetContextKeysForPrincipalPolicy: (iam) => iam.getContextKeysForPrincipalPolicy({ PolicySourceArn: user }),
  }),
  ...about("*", "*", {
    GetServiceLastAccessedDetails: (iam) => iam.getServiceLastAccessedDetails({ JobId }),
    GetServiceLastAccessedDetailsWithEntities: (iam) =>
      iam.getServiceLastAccessedDetailsWithEntities({ JobId, ServiceNamespace: "s3" }),
    SimulateCustomPolicy: (iam) => iam.simulateCustomPolicy({ PolicyInputList, ActionNames }),
    GetContextKeysForCustomPolicy: (iam) => iam.getContextKeysForCustomPolicy({ PolicyInputList }),
  }),
];

const ofOthers: readonly PermissionCall[] = [
  ...ofSimulations,
  {
    name: "CreateGroup",
    call: (iam) => iam.createGroup({ GroupName: "New", Path: "/t/" }),
    shownAs: `${account}:group/t/New`,
    arn: `${account}:group/t/New`,
  },
  {
    name: "ListGroups",
    call: (iam) => iam.listGroups({ PathPrefix: "/t/" }),
    shownAs: `${account}:group/t/`,
    arn: `${account}:group/t/`,
  },
  {
    name: "CreatePolicy",
    call: (iam) => iam.createPolicy({ PolicyName: "New", Path: "/t/", PolicyDocument: allow("s3:Get*") }),
    shownAs: "policy New",
    arn: `${account}:policy/t/New`,
  },
  {
    name: "CreateRole",
    call: (iam) => iam.createRole({ RoleName: "New", Path: "/t/", AssumeRolePolicyDocument: trust(`${account}:root`) }),
    shownAs: `${account}:role/t/New`,
    arn: `${account}:role/t/New`,
  },
  {
    name: "CreateUser",
    call: (iam) => iam.createUser({ UserName: "New", Path: "/t/" }),
    shownAs: `${account}:user/t/New`,
    arn: `${account}:user/t/New`,
  },
  {
    name: "ListPolicies",
    call: (iam) => iam.listPolicies({ PathPrefix: "/t/" }),
    shownAs: "policy path /t/",
    arn: "*",
  },
  {
    name: "ListRoles",
    call: (iam) => iam.listRoles({ PathPrefix: "/t/" }),
    shownAs: `${account}:role/t/`,
    arn: `${account}:role/t/`,
  },
  {
    name: "ListUsers",
    call: (iam) => iam.listUsers({ PathPrefix: "/t/" }),
    shownAs: `${account}:user/t/`,
    arn: `${account}:user/t/`,
  },
];

/** One call of every operation of IAM. */
export const permissionCalls: readonly PermissionCall[] = [
  ...ofUsers,
  ...ofRoles,
  ...ofGroups,
  ...ofPolicies,
  ...ofOthers,
  ...credentialPermissionCalls,
  ...accountPermissionCalls,
];
