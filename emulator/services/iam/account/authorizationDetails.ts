import type {
  EntityType,
  GetAccountAuthorizationDetailsCommandOutput,
  GroupDetail,
  ManagedPolicyDetail,
  RoleDetail,
  UserDetail,
} from "@aws-sdk/client-iam";
import type { CallContext } from "../../../callContext.ts";
import type { Output } from "../../../operation.ts";
import { shownGroup } from "../groups/findGroup.ts";
import type { Group } from "../groups/group.ts";
import type { IamStore } from "../iamStore.ts";
import type { Identity } from "../identity.ts";
import { orderedPage, type PageRequest } from "../page.ts";
import { attachedPolicy } from "../policies/attachedPolicies.ts";
import type { ManagedPolicy } from "../policies/managedPolicy.ts";
import type { Bounded } from "../policies/permissionsBoundary.ts";
import { encodeDocument } from "../policies/policyDocument.ts";
import { listedVersion, shownPolicy } from "../policies/shownPolicy.ts";
import type { Role } from "../roles/role.ts";
import { listedInstanceProfile } from "../roles/shownInstanceProfile.ts";
import { createdRole, lastUse } from "../roles/shownRole.ts";
import { shownUser } from "../users/shownUser.ts";
import type { User } from "../users/user.ts";

/** One entry of the answer: a user, a group, a role, or a managed policy. */
interface Entry {
  /** Users come first, then groups, roles and policies, each by name. */
  readonly key: string;
  readonly type: EntityType;
  readonly user?: User;
  readonly group?: Group;
  readonly role?: Role;
  readonly policy?: ManagedPolicy;
}

/** What GetAccountAuthorizationDetails answers. */
export type AuthorizationDetails = Omit<
  Output<GetAccountAuthorizationDetailsCommandOutput>,
  "UserDetailList" | "RoleDetailList"
> & { UserDetailList: Bounded<UserDetail>[]; RoleDetailList: Bounded<RoleDetail>[] };

/** One page of all users, groups, roles and managed policies, with all their policies. */
export function authorizationDetails(
  context: CallContext,
  request: PageRequest & { readonly Filter?: readonly EntityType[] },
): AuthorizationDetails {
  const { Filter = [] } = request;
  const wanted = entries(context.account.iam).filter(({ type }) => Filter.length === 0 || Filter.includes(type));
  const { items, truncation } = orderedPage(wanted, ({ key }) => key, request);
  return {
    UserDetailList: items.flatMap(({ user }) => (user ? [userDetail(user)] : [])),
    GroupDetailList: items.flatMap(({ group }) => (group ? [groupDetail(group)] : [])),
    RoleDetailList: items.flatMap(({ role }) => (role ? [roleDetail(context, role)] : [])),
    Policies: items.flatMap(({ policy }) => (policy ? [policyDetail(policy)] : [])),
    ...truncation,
  };
}

/** In the order of their keys. Of AWS's own policies, those that are used. */
function entries(iam: IamStore): Entry[] {
  const { users, groups, roles, policies } = iam;
  const used = [...iam.awsPolicies().values()].filter(
    ({ attachedTo, boundedBy }) => attachedTo.size + boundedBy.size > 0,
  );
  return [
    ...users.below().map((user): Entry => ({ key: `1 ${user.name}`, type: "User", user })),
    ...groups.below().map((group): Entry => ({ key: `2 ${group.name}`, type: "Group", group })),
    ...roles.below().map((role): Entry => ({ key: `3 ${role.name}`, type: "Role", role })),
    ...policies.below().map((policy): Entry => ({ key: `4 ${policy.name}`, type: "LocalManagedPolicy", policy })),
    ...used.sort(byName).map((policy): Entry => ({ key: `5 ${policy.name}`, type: "AWSManagedPolicy", policy })),
  ];
}

function byName(a: ManagedPolicy, b: ManagedPolicy): number {
  return a.name < b.name ? -1 : 1;
}

function userDetail(user: User): Bounded<UserDetail> {
  const GroupList = [...user.groups].map(({ name }) => name).sort();
  return { ...shownUser(user), GroupList, UserPolicyList: inlinePolicies(user), ...attached(user) };
}

function groupDetail(group: Group): GroupDetail {
  return { ...shownGroup(group), GroupPolicyList: inlinePolicies(group), ...attached(group) };
}

function roleDetail(context: CallContext, role: Role): Bounded<RoleDetail> {
  return {
    ...createdRole(context, role),
    InstanceProfileList: [...role.instanceProfiles].map((profile) => listedInstanceProfile(context, profile)),
    RolePolicyList: inlinePolicies(role),
    ...attached(role),
    RoleLastUsed: lastUse(role),
  };
}

function policyDetail(policy: ManagedPolicy): ManagedPolicyDetail {
  const versions = [...policy.versions.values()].reverse();
  const PolicyVersionList = versions.map((version) => ({
    Document: encodeDocument(version.text),
    ...listedVersion(policy, version),
  }));
  return { ...shownPolicy(policy), PolicyVersionList };
}

function inlinePolicies(identity: Identity): { PolicyName: string; PolicyDocument: string }[] {
  return [...identity.inlinePolicies.values()].map(({ name, policy }) => ({
    PolicyName: name,
    PolicyDocument: encodeDocument(policy.text),
  }));
}

function attached(identity: Identity) {
  return { AttachedManagedPolicies: [...identity.attachedPolicies.values()].map(attachedPolicy) };
}
