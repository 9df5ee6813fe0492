import { queryErrorCodes, type Service } from "../../service.ts";
import { attachRolePolicy } from "./operations/attachRolePolicy.ts";
import { attachUserPolicy } from "./operations/attachUserPolicy.ts";
import { createAccessKey } from "./operations/createAccessKey.ts";
import { createLoginProfile } from "./operations/createLoginProfile.ts";
import { createPolicy } from "./operations/createPolicy.ts";
import { createPolicyVersion } from "./operations/createPolicyVersion.ts";
import { createRole } from "./operations/createRole.ts";
import { createUser } from "./operations/createUser.ts";
import { deleteAccessKey } from "./operations/deleteAccessKey.ts";
import { deleteLoginProfile } from "./operations/deleteLoginProfile.ts";
import { deletePolicy } from "./operations/deletePolicy.ts";
import { deletePolicyVersion } from "./operations/deletePolicyVersion.ts";
import { deleteRole } from "./operations/deleteRole.ts";
import { deleteRolePolicy } from "./operations/deleteRolePolicy.ts";
import { deleteUser } from "./operations/deleteUser.ts";
import { deleteUserPolicy } from "./operations/deleteUserPolicy.ts";
import { detachRolePolicy } from "./operations/detachRolePolicy.ts";
import { detachUserPolicy } from "./operations/detachUserPolicy.ts";
import { getAccessKeyLastUsed } from "./operations/getAccessKeyLastUsed.ts";
import { getLoginProfile } from "./operations/getLoginProfile.ts";
import { getPolicy } from "./operations/getPolicy.ts";
import { getPolicyVersion } from "./operations/getPolicyVersion.ts";
import { getRole } from "./operations/getRole.ts";
import { getRolePolicy } from "./operations/getRolePolicy.ts";
import { getUser } from "./operations/getUser.ts";
import { getUserPolicy } from "./operations/getUserPolicy.ts";
import { listAccessKeys } from "./operations/listAccessKeys.ts";
import { listAccountAliases } from "./operations/listAccountAliases.ts";
import { listAttachedRolePolicies } from "./operations/listAttachedRolePolicies.ts";
import { listAttachedUserPolicies } from "./operations/listAttachedUserPolicies.ts";
import { listEntitiesForPolicy } from "./operations/listEntitiesForPolicy.ts";
import { listGroupsForUser } from "./operations/listGroupsForUser.ts";
import { listInstanceProfilesForRole } from "./operations/listInstanceProfilesForRole.ts";
import { listMFADevices } from "./operations/listMFADevices.ts";
import { listPolicies } from "./operations/listPolicies.ts";
import { listPolicyTags } from "./operations/listPolicyTags.ts";
import { listPolicyVersions } from "./operations/listPolicyVersions.ts";
import { listRolePolicies } from "./operations/listRolePolicies.ts";
import { listRoles } from "./operations/listRoles.ts";
import { listRoleTags } from "./operations/listRoleTags.ts";
import { listServiceSpecificCredentials } from "./operations/listServiceSpecificCredentials.ts";
import { listSigningCertificates } from "./operations/listSigningCertificates.ts";
import { listSSHPublicKeys } from "./operations/listSSHPublicKeys.ts";
import { listUserPolicies } from "./operations/listUserPolicies.ts";
import { listUsers } from "./operations/listUsers.ts";
import { listUserTags } from "./operations/listUserTags.ts";
import { listVirtualMFADevices } from "./operations/listVirtualMFADevices.ts";
import { putRolePolicy } from "./operations/putRolePolicy.ts";
import { putUserPolicy } from "./operations/putUserPolicy.ts";
import { setDefaultPolicyVersion } from "./operations/setDefaultPolicyVersion.ts";
import { tagPolicy } from "./operations/tagPolicy.ts";
import { tagRole } from "./operations/tagRole.ts";
import { tagUser } from "./operations/tagUser.ts";
import { untagPolicy } from "./operations/untagPolicy.ts";
import { untagRole } from "./operations/untagRole.ts";
import { untagUser } from "./operations/untagUser.ts";
import { updateAccessKey } from "./operations/updateAccessKey.ts";
import { updateAssumeRolePolicy } from "./operations/updateAssumeRolePolicy.ts";
import { updateLoginProfile } from "./operations/updateLoginProfile.ts";
import { updateRole } from "./operations/updateRole.ts";
import { updateRoleDescription } from "./operations/updateRoleDescription.ts";
import { updateUser } from "./operations/updateUser.ts";
import { putUserPermissionsBoundary } from "./operations/putUserPermissionsBoundary.ts";
import { deleteUserPermissionsBoundary } from "./operations/deleteUserPermissionsBoundary.ts";
import { putRolePermissionsBoundary } from "./operations/putRolePermissionsBoundary.ts";
import { deleteRolePermissionsBoundary } from "./operations/deleteRolePermissionsBoundary.ts";
import { createGroup } from "./operations/createGroup.ts";
import { getGroup } from "./operations/getGroup.ts";
import { listGroups } from "./operations/listGroups.ts";
import { deleteGroup } from "./operations/deleteGroup.ts";
import { updateGroup } from "./operations/updateGroup.ts";
import { addUserToGroup } from "./operations/addUserToGroup.ts";
import { removeUserFromGroup } from "./operations/removeUserFromGroup.ts";
import { putGroupPolicy } from "./operations/putGroupPolicy.ts";
import { getGroupPolicy } from "./operations/getGroupPolicy.ts";
import { listGroupPolicies } from "./operations/listGroupPolicies.ts";
import { deleteGroupPolicy } from "./operations/deleteGroupPolicy.ts";
import { attachGroupPolicy } from "./operations/attachGroupPolicy.ts";
import { detachGroupPolicy } from "./operations/detachGroupPolicy.ts";
import { listAttachedGroupPolicies } from "./operations/listAttachedGroupPolicies.ts";
import { simulatePrincipalPolicy } from "./operations/simulatePrincipalPolicy.ts";
import { simulateCustomPolicy } from "./operations/simulateCustomPolicy.ts";
import { getContextKeysForPrincipalPolicy } from "./operations/getContextKeysForPrincipalPolicy.ts";
import { getContextKeysForCustomPolicy } from "./operations/getContextKeysForCustomPolicy.ts";
import { patternSentences } from "./patternSentences.ts";

/** AWS Identity and Access Management. It is global: whatever region a request is signed for, it works on the account. */
export const iam: Service = {
  name: "iam",
  eventSource: "iam.amazonaws.com",
  globalRegion: "us-east-1",
  errorCodes: queryErrorCodes,
  patternSentences,
  operations: [
    createUser,
    getUser,
    updateUser,
    deleteUser,
    listUsers,
    putUserPolicy,
    getUserPolicy,
    deleteUserPolicy,
    listUserPolicies,
    attachUserPolicy,
    detachUserPolicy,
    listAttachedUserPolicies,
    putUserPermissionsBoundary,
    deleteUserPermissionsBoundary,
    tagUser,
    untagUser,
    listUserTags,
    createAccessKey,
    updateAccessKey,
    deleteAccessKey,
    listAccessKeys,
    getAccessKeyLastUsed,
    createLoginProfile,
    getLoginProfile,
    updateLoginProfile,
    deleteLoginProfile,
    listGroupsForUser,
    createGroup,
    getGroup,
    listGroups,
    deleteGroup,
    updateGroup,
    addUserToGroup,
    removeUserFromGroup,
    putGroupPolicy,
    getGroupPolicy,
    listGroupPolicies,
    deleteGroupPolicy,
    attachGroupPolicy,
    detachGroupPolicy,
    listAttachedGroupPolicies,
    listMFADevices,
    listVirtualMFADevices,
    listSSHPublicKeys,
    listSigningCertificates,
    listServiceSpecificCredentials,
    listAccountAliases,
    createRole,
    getRole,
    updateRole,
    updateRoleDescription,
    updateAssumeRolePolicy,
    deleteRole,
    listRoles,
    listInstanceProfilesForRole,
    putRolePolicy,
    getRolePolicy,
    deleteRolePolicy,
    listRolePolicies,
    attachRolePolicy,
    detachRolePolicy,
    listAttachedRolePolicies,
    putRolePermissionsBoundary,
    deleteRolePermissionsBoundary,
    tagRole,
    untagRole,
    listRoleTags,
    createPolicy,
    getPolicy,
    deletePolicy,
    listPolicies,
    listEntitiesForPolicy,
    createPolicyVersion,
    getPolicyVersion,
    deletePolicyVersion,
    setDefaultPolicyVersion,
    listPolicyVersions,
    tagPolicy,
    untagPolicy,
    listPolicyTags,
    simulatePrincipalPolicy,
    simulateCustomPolicy,
    getContextKeysForPrincipalPolicy,
    getContextKeysForCustomPolicy,
  ],
};
