import type { NamedPolicy } from "../../../authorization/accessRequest.ts";
import type { IamUser } from "../../../principal.ts";
import type { AccessKey } from "../credentials/accessKey.ts";
import type { LoginProfile } from "../credentials/loginProfile.ts";
import type { MfaDevice } from "../credentials/mfaDevice.ts";
import type { ServiceSpecificCredential } from "../credentials/serviceSpecificCredential.ts";
import type { SigningCertificate } from "../credentials/signingCertificate.ts";
import type { SshPublicKey } from "../credentials/sshPublicKey.ts";
import type { Group } from "../groups/group.ts";
import { Identity } from "../identity.ts";

/** An IAM user. */
export class User extends Identity {
  readonly kind = "user";
  /** By id. */
  readonly accessKeys = new Map<string, AccessKey>();
  readonly groups = new Set<Group>();
  /** By serial number. */
  readonly mfaDevices = new Map<string, MfaDevice>();
  /** By id. */
  readonly signingCertificates = new Map<string, SigningCertificate>();
  /** By id. */
  readonly sshPublicKeys = new Map<string, SshPublicKey>();
  /** By id. */
  readonly serviceSpecificCredentials = new Map<string, ServiceSpecificCredential>();
  loginProfile?: LoginProfile;

  /** Its own identity policies, and those of its groups. */
  override policies(): NamedPolicy[] {
    return [...super.policies(), ...[...this.groups].flatMap((group) => group.policies())];
  }

  /** The user as a caller. */
  principal(): IamUser {
    const { accountId, arn, id, name, tags } = this;
    return { kind: "user", accountId, arn, principalId: id, userName: name, tags };
  }
}
