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
import { createInstanceProfile } from "./operations/createInstanceProfile.ts";
import { getInstanceProfile } from "./operations/getInstanceProfile.ts";
import { deleteInstanceProfile } from "./operations/deleteInstanceProfile.ts";
import { listInstanceProfiles } from "./operations/listInstanceProfiles.ts";
import { addRoleToInstanceProfile } from "./operations/addRoleToInstanceProfile.ts";
import { removeRoleFromInstanceProfile } from "./operations/removeRoleFromInstanceProfile.ts";
import { tagInstanceProfile } from "./operations/tagInstanceProfile.ts";
import { untagInstanceProfile } from "./operations/untagInstanceProfile.ts";
import { listInstanceProfileTags } from "./operations/listInstanceProfileTags.ts";
import { tagMFADevice } from "./operations/tagMFADevice.ts";
import { untagMFADevice } from "./operations/untagMFADevice.ts";
import { listMFADeviceTags } from "./operations/listMFADeviceTags.ts";
import { tagOpenIDConnectProvider } from "./operations/tagOpenIDConnectProvider.ts";
import { untagOpenIDConnectProvider } from "./operations/untagOpenIDConnectProvider.ts";
import { listOpenIDConnectProviderTags } from "./operations/listOpenIDConnectProviderTags.ts";
import { tagSAMLProvider } from "./operations/tagSAMLProvider.ts";
import { untagSAMLProvider } from "./operations/untagSAMLProvider.ts";
import { listSAMLProviderTags } from "./operations/listSAMLProviderTags.ts";
import { tagServerCertificate } from "./operations/tagServerCertificate.ts";
import { untagServerCertificate } from "./operations/untagServerCertificate.ts";
import { listServerCertificateTags } from "./operations/listServerCertificateTags.ts";
import { getAccountPasswordPolicy } from "./operations/getAccountPasswordPolicy.ts";
import { updateAccountPasswordPolicy } from "./operations/updateAccountPasswordPolicy.ts";
import { deleteAccountPasswordPolicy } from "./operations/deleteAccountPasswordPolicy.ts";
import { changePassword } from "./operations/changePassword.ts";
import { createAccountAlias } from "./operations/createAccountAlias.ts";
import { deleteAccountAlias } from "./operations/deleteAccountAlias.ts";
import { getAccountSummary } from "./operations/getAccountSummary.ts";
import { getAccountAuthorizationDetails } from "./operations/getAccountAuthorizationDetails.ts";
import { generateCredentialReport } from "./operations/generateCredentialReport.ts";
import { getCredentialReport } from "./operations/getCredentialReport.ts";
import { createVirtualMFADevice } from "./operations/createVirtualMFADevice.ts";
import { deleteVirtualMFADevice } from "./operations/deleteVirtualMFADevice.ts";
import { enableMFADevice } from "./operations/enableMFADevice.ts";
import { deactivateMFADevice } from "./operations/deactivateMFADevice.ts";
import { resyncMFADevice } from "./operations/resyncMFADevice.ts";
import { getMFADevice } from "./operations/getMFADevice.ts";
import { uploadSigningCertificate } from "./operations/uploadSigningCertificate.ts";
import { updateSigningCertificate } from "./operations/updateSigningCertificate.ts";
import { deleteSigningCertificate } from "./operations/deleteSigningCertificate.ts";
import { uploadSSHPublicKey } from "./operations/uploadSSHPublicKey.ts";
import { getSSHPublicKey } from "./operations/getSSHPublicKey.ts";
import { updateSSHPublicKey } from "./operations/updateSSHPublicKey.ts";
import { deleteSSHPublicKey } from "./operations/deleteSSHPublicKey.ts";
import { createServiceSpecificCredential } from "./operations/createServiceSpecificCredential.ts";
import { updateServiceSpecificCredential } from "./operations/updateServiceSpecificCredential.ts";
import { resetServiceSpecificCredential } from "./operations/resetServiceSpecificCredential.ts";
import { deleteServiceSpecificCredential } from "./operations/deleteServiceSpecificCredential.ts";
import { uploadServerCertificate } from "./operations/uploadServerCertificate.ts";
import { getServerCertificate } from "./operations/getServerCertificate.ts";
import { updateServerCertificate } from "./operations/updateServerCertificate.ts";
import { deleteServerCertificate } from "./operations/deleteServerCertificate.ts";
import { listServerCertificates } from "./operations/listServerCertificates.ts";
import { createOpenIDConnectProvider } from "./operations/createOpenIDConnectProvider.ts";
import { getOpenIDConnectProvider } from "./operations/getOpenIDConnectProvider.ts";
import { listOpenIDConnectProviders } from "./operations/listOpenIDConnectProviders.ts";
import { deleteOpenIDConnectProvider } from "./operations/deleteOpenIDConnectProvider.ts";
import { addClientIDToOpenIDConnectProvider } from "./operations/addClientIDToOpenIDConnectProvider.ts";
import { removeClientIDFromOpenIDConnectProvider } from "./operations/removeClientIDFromOpenIDConnectProvider.ts";
import { updateOpenIDConnectProviderThumbprint } from "./operations/updateOpenIDConnectProviderThumbprint.ts";
import { createSAMLProvider } from "./operations/createSAMLProvider.ts";
import { getSAMLProvider } from "./operations/getSAMLProvider.ts";
import { updateSAMLProvider } from "./operations/updateSAMLProvider.ts";
import { deleteSAMLProvider } from "./operations/deleteSAMLProvider.ts";
import { listSAMLProviders } from "./operations/listSAMLProviders.ts";
import { createServiceLinkedRole } from "./operations/createServiceLinkedRole.ts";
import { deleteServiceLinkedRole } from "./operations/deleteServiceLinkedRole.ts";
import { getServiceLinkedRoleDeletionStatus } from "./operations/getServiceLinkedRoleDeletionStatus.ts";
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
    createInstanceProfile,
    getInstanceProfile,
    deleteInstanceProfile,
    listInstanceProfiles,
    addRoleToInstanceProfile,
    removeRoleFromInstanceProfile,
    tagInstanceProfile,
    untagInstanceProfile,
    listInstanceProfileTags,
    tagMFADevice,
    untagMFADevice,
    listMFADeviceTags,
    tagOpenIDConnectProvider,
    untagOpenIDConnectProvider,
    listOpenIDConnectProviderTags,
    tagSAMLProvider,
    untagSAMLProvider,
    listSAMLProviderTags,
    tagServerCertificate,
    untagServerCertificate,
    listServerCertificateTags,
    getAccountPasswordPolicy,
    updateAccountPasswordPolicy,
    deleteAccountPasswordPolicy,
    changePassword,
    createAccountAlias,
    deleteAccountAlias,
    getAccountSummary,
    getAccountAuthorizationDetails,
    generateCredentialReport,
    getCredentialReport,
    createVirtualMFADevice,
    deleteVirtualMFADevice,
    enableMFADevice,
    deactivateMFADevice,
    resyncMFADevice,
    getMFADevice,
    uploadSigningCertificate,
    updateSigningCertificate,
    deleteSigningCertificate,
    uploadSSHPublicKey,
    getSSHPublicKey,
    updateSSHPublicKey,
    deleteSSHPublicKey,
    createServiceSpecificCredential,
    updateServiceSpecificCredential,
    resetServiceSpecificCredential,
    deleteServiceSpecificCredential,
    uploadServerCertificate,
    getServerCertificate,
    updateServerCertificate,
    deleteServerCertificate,
    listServerCertificates,
    createOpenIDConnectProvider,
    getOpenIDConnectProvider,
    listOpenIDConnectProviders,
    deleteOpenIDConnectProvider,
    addClientIDToOpenIDConnectProvider,
    removeClientIDFromOpenIDConnectProvider,
    updateOpenIDConnectProviderThumbprint,
    createSAMLProvider,
    getSAMLProvider,
    updateSAMLProvider,
    deleteSAMLProvider,
    listSAMLProviders,
    createServiceLinkedRole,
    deleteServiceLinkedRole,
    getServiceLinkedRoleDeletionStatus,
  ],
};
