import { certificate, privateKey, sshKey } from "./certificates.ts";
import { about, account, type PermissionCall } from "./permissionCall.ts";

const UserName = "Target";
const device = `${account}:mfa/t/Target`;
const codes = { AuthenticationCode1: "000000", AuthenticationCode2: "000000" };
const CertificateId = "A".repeat(24);
const SSHPublicKeyId = `APKA${"A".repeat(17)}`;
const ServiceSpecificCredentialId = `ACCA${"A".repeat(17)}`;
const ServiceName = "codecommit.amazonaws.com";
const serverCertificate = { ServerCertificateName: "Target" };
const Tags = [{ Key: "a", Value: "b" }];

/** Calls about the credentials of the user `Target`: none of them is there. */
const ofUsers = about("user Target", `${account}:user/t/Target`, {
  CreateServiceSpecificCredential: (iam) => iam.createServiceSpecificCredential({ UserName, ServiceName }),
  DeactivateMFADevice: (iam) => iam.deactivateMFADevice({ UserName, SerialNumber: device }),
  DeleteServiceSpecificCredential: (iam) =>
    iam.deleteServiceSpecificCredential({ UserName, ServiceSpecificCredentialId }),
  DeleteSigningCertificate: (iam) => iam.deleteSigningCertificate({ UserName, CertificateId }),
  DeleteSSHPublicKey: (iam) => iam.deleteSSHPublicKey({ UserName, SSHPublicKeyId }),
  EnableMFADevice: (iam) => iam.enableMFADevice({ UserName, SerialNumber: device, ...codes }),
  GetMFADevice: (iam) => iam.getMFADevice({ UserName, SerialNumber: device }),
  GetSSHPublicKey: (iam) => iam.getSSHPublicKey({ UserName, SSHPublicKeyId, Encoding: "SSH" }),
  ListMFADevices: (iam) => iam.listMFADevices({ UserName }),
  ListServiceSpecificCredentials: (iam) => iam.listServiceSpecificCredentials({ UserName }),
  ListSigningCertificates: (iam) => iam.listSigningCertificates({ UserName }),
  ListSSHPublicKeys: (iam) => iam.listSSHPublicKeys({ UserName }),
  ResetServiceSpecificCredential: (iam) =>
    iam.resetServiceSpecificCredential({ UserName, ServiceSpecificCredentialId }),
  ResyncMFADevice: (iam) => iam.resyncMFADevice({ UserName, SerialNumber: device, ...codes }),
  UpdateServiceSpecificCredential: (iam) =>
    iam.updateServiceSpecificCredential({ UserName, ServiceSpecificCredentialId, Status: "Active" }),
  UpdateSigningCertificate: (iam) => iam.updateSigningCertificate({ UserName, CertificateId, Status: "Active" }),
  UpdateSSHPublicKey: (iam) => iam.updateSSHPublicKey({ UserName, SSHPublicKeyId, Status: "Active" }),
  UploadSigningCertificate: (iam) => iam.uploadSigningCertificate({ UserName, CertificateBody: certificate }),
  UploadSSHPublicKey: (iam) => iam.uploadSSHPublicKey({ UserName, SSHPublicKeyBody: sshKey }),
});

const ofDevices = about(device, device, {
  DeleteVirtualMFADevice: (iam) => iam.deleteVirtualMFADevice({ SerialNumber: device }),
  ListMFADeviceTags: (iam) => iam.listMFADeviceTags({ SerialNumber: device }),
  TagMFADevice: (iam) => iam.tagMFADevice({ SerialNumber: device, Tags }),
  UntagMFADevice: (iam) => iam.untagMFADevice({ SerialNumber: device, TagKeys: ["a"] }),
  CreateVirtualMFADevice: (iam) => iam.createVirtualMFADevice({ Path: "/t/", VirtualMFADeviceName: "Target" }),
});

const ofServerCertificates = about(`${account}:server-certificate/Target`, `${account}:server-certificate/Target`, {
  DeleteServerCertificate: (iam) => iam.deleteServerCertificate(serverCertificate),
  GetServerCertificate: (iam) => iam.getServerCertificate(serverCertificate),
  ListServerCertificateTags: (iam) => iam.listServerCertificateTags(serverCertificate),
  TagServerCertificate: (iam) => iam.tagServerCertificate({ ...serverCertificate, Tags }),
  UntagServerCertificate: (iam) => iam.untagServerCertificate({ ...serverCertificate, TagKeys: ["a"] }),
  UpdateServerCertificate: (iam) => iam.updateServerCertificate(serverCertificate),
  UploadServerCertificate: (iam) =>
    iam.uploadServerCertificate({ ...serverCertificate, CertificateBody: certificate, PrivateKey: privateKey }),
});

/** One call of every operation about credentials that are not access keys or passwords. */
export const credentialPermissionCalls: readonly PermissionCall[] = [
  ...ofUsers,
  ...ofDevices,
  ...ofServerCertificates,
  ...about(`${account}:mfa/`, `${account}:mfa/`, { ListVirtualMFADevices: (iam) => iam.listVirtualMFADevices({}) }),
  ...about("*", "*", { ListServerCertificates: (iam) => iam.listServerCertificates({}) }),
];
