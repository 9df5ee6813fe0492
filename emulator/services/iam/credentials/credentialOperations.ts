import type { Operation } from "../../../operation.ts";
import { changePassword } from "../operations/changePassword.ts";
import { createAccessKey } from "../operations/createAccessKey.ts";
import { createLoginProfile } from "../operations/createLoginProfile.ts";
import { createServiceSpecificCredential } from "../operations/createServiceSpecificCredential.ts";
import { createVirtualMFADevice } from "../operations/createVirtualMFADevice.ts";
import { deactivateMFADevice } from "../operations/deactivateMFADevice.ts";
import { deleteAccessKey } from "../operations/deleteAccessKey.ts";
import { deleteLoginProfile } from "../operations/deleteLoginProfile.ts";
import { deleteServerCertificate } from "../operations/deleteServerCertificate.ts";
import { deleteServiceSpecificCredential } from "../operations/deleteServiceSpecificCredential.ts";
import { deleteSigningCertificate } from "../operations/deleteSigningCertificate.ts";
import { deleteSSHPublicKey } from "../operations/deleteSSHPublicKey.ts";
import { deleteVirtualMFADevice } from "../operations/deleteVirtualMFADevice.ts";
import { enableMFADevice } from "../operations/enableMFADevice.ts";
import { getAccessKeyLastUsed } from "../operations/getAccessKeyLastUsed.ts";
import { getLoginProfile } from "../operations/getLoginProfile.ts";
import { getMFADevice } from "../operations/getMFADevice.ts";
import { getServerCertificate } from "../operations/getServerCertificate.ts";
import { getSSHPublicKey } from "../operations/getSSHPublicKey.ts";
import { listAccessKeys } from "../operations/listAccessKeys.ts";
import { listMFADevices } from "../operations/listMFADevices.ts";
import { listMFADeviceTags } from "../operations/listMFADeviceTags.ts";
import { listServerCertificates } from "../operations/listServerCertificates.ts";
import { listServerCertificateTags } from "../operations/listServerCertificateTags.ts";
import { listServiceSpecificCredentials } from "../operations/listServiceSpecificCredentials.ts";
import { listSigningCertificates } from "../operations/listSigningCertificates.ts";
import { listSSHPublicKeys } from "../operations/listSSHPublicKeys.ts";
import { listVirtualMFADevices } from "../operations/listVirtualMFADevices.ts";
import { resetServiceSpecificCredential } from "../operations/resetServiceSpecificCredential.ts";
import { resyncMFADevice } from "../operations/resyncMFADevice.ts";
import { tagMFADevice } from "../operations/tagMFADevice.ts";
import { tagServerCertificate } from "../operations/tagServerCertificate.ts";
import { untagMFADevice } from "../operations/untagMFADevice.ts";
import { untagServerCertificate } from "../operations/untagServerCertificate.ts";
import { updateAccessKey } from "../operations/updateAccessKey.ts";
import { updateLoginProfile } from "../operations/updateLoginProfile.ts";
import { updateServerCertificate } from "../operations/updateServerCertificate.ts";
import { updateServiceSpecificCredential } from "../operations/updateServiceSpecificCredential.ts";
import { updateSigningCertificate } from "../operations/updateSigningCertificate.ts";
import { updateSSHPublicKey } from "../operations/updateSSHPublicKey.ts";
import { uploadServerCertificate } from "../operations/uploadServerCertificate.ts";
import { uploadSigningCertificate } from "../operations/uploadSigningCertificate.ts";
import { uploadSSHPublicKey } from "../operations/uploadSSHPublicKey.ts";

/** What can be done with the credentials of users, and with server certificates. */
export const credentialOperations: readonly Operation<unknown, object>[] = [
  createAccessKey,
  updateAccessKey,
  deleteAccessKey,
  listAccessKeys,
  getAccessKeyLastUsed,
  createLoginProfile,
  getLoginProfile,
  updateLoginProfile,
  deleteLoginProfile,
  listMFADevices,
  listVirtualMFADevices,
  listSSHPublicKeys,
  listSigningCertificates,
  listServiceSpecificCredentials,
  tagMFADevice,
  untagMFADevice,
  listMFADeviceTags,
  tagServerCertificate,
  untagServerCertificate,
  listServerCertificateTags,
  changePassword,
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
];
