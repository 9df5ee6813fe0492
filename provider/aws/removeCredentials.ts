import {
  DeactivateMFADeviceCommand,
  DeleteAccessKeyCommand,
  DeleteLoginProfileCommand,
  DeleteSSHPublicKeyCommand,
  DeleteServiceSpecificCredentialCommand,
  DeleteSigningCertificateCommand,
  DeleteVirtualMFADeviceCommand,
  ListAccessKeysCommand,
  ListMFADevicesCommand,
  ListSSHPublicKeysCommand,
  ListServiceSpecificCredentialsCommand,
  ListSigningCertificatesCommand,
} from "@aws-sdk/client-iam";
import type { Aws } from "./aws.ts";
import { ifExists, ifKnown } from "./errors.ts";

/**
 * Removes whatever lets a user sign in, as the official provider does for `forceDestroy`: access keys, password, MFA
 * devices, SSH keys, signing certificates and service credentials. IAM keeps so few of each that one page lists them all. What
 * an endpoint does not know, no user has there.
 */
export async function removeCredentials({ iam }: Aws, UserName: string): Promise<void> {
  const about = { UserName };
  const { AccessKeyMetadata = [] } = await iam.send(new ListAccessKeysCommand(about));
  for (const { AccessKeyId } of AccessKeyMetadata) {
    await iam.send(new DeleteAccessKeyCommand({ ...about, AccessKeyId }));
  }
  await ifKnown(ifExists(iam.send(new DeleteLoginProfileCommand(about))));
  const { MFADevices = [] } = (await ifKnown(iam.send(new ListMFADevicesCommand(about)))) ?? {};
  for (const { SerialNumber } of MFADevices) {
    await iam.send(new DeactivateMFADeviceCommand({ ...about, SerialNumber }));
    await ifExists(iam.send(new DeleteVirtualMFADeviceCommand({ SerialNumber })));
  }
  const { SSHPublicKeys = [] } = (await ifKnown(iam.send(new ListSSHPublicKeysCommand(about)))) ?? {};
  for (const { SSHPublicKeyId } of SSHPublicKeys) {
    await iam.send(new DeleteSSHPublicKeyCommand({ ...about, SSHPublicKeyId }));
  }
  const { Certificates = [] } = (await ifKnown(iam.send(new ListSigningCertificatesCommand(about)))) ?? {};
  for (const { CertificateId } of Certificates) {
    await iam.send(new DeleteSigningCertificateCommand({ ...about, CertificateId }));
  }
  const { ServiceSpecificCredentials = [] } =
    (await ifKnown(iam.send(new ListServiceSpecificCredentialsCommand(about)))) ?? {};
  for (const { ServiceSpecificCredentialId } of ServiceSpecificCredentials) {
    await iam.send(new DeleteServiceSpecificCredentialCommand({ ...about, ServiceSpecificCredentialId }));
  }
}
