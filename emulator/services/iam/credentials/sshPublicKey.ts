import type { KeyObject } from "node:crypto";
import type { SSHPublicKey as ShownKey } from "@aws-sdk/client-iam";
import { AwsError } from "../../../awsError.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import type { User } from "../users/user.ts";
import { asOpenSsh, asPem, fingerprint, readSshPublicKey } from "./sshPublicKeyFormat.ts";

/** A key that a user signs in to CodeCommit with. */
export interface SshPublicKey {
  /** `APKA…` */
  readonly id: string;
  /** As it was uploaded. */
  readonly body: string;
  readonly key: KeyObject;
  readonly uploadedAt: Date;
  active: boolean;
}

/** In bits. Source: IAM API Reference, UploadSSHPublicKey. */
const shortestKey = 2048;

/** Throws NoSuchEntity. */
export function findSshPublicKey(user: User, id: string): SshPublicKey {
  const key = user.sshPublicKeys.get(id);
  if (!key) throw noSuchEntity(`The Public Key with id ${id} cannot be found.`);
  return key;
}

/** Reads a new key of a user. Throws InvalidPublicKey or DuplicateSSHPublicKey; the sentences are not recorded anywhere. */
export function newSshPublicKey(user: User, body: string): KeyObject {
  const key = readSshPublicKey(body);
  if (!key || (key.asymmetricKeyDetails?.modulusLength ?? 0) < shortestKey) {
    throw new AwsError(
      "InvalidPublicKey",
      "The public key must be an RSA key of 2048 bits or more, in ssh-rsa or PEM format.",
    );
  }
  if ([...user.sshPublicKeys.values()].some((other) => other.key.equals(key))) {
    throw new AwsError("DuplicateSSHPublicKey", "The SSH public key is already associated with the user.");
  }
  return key;
}

/** A key as answers state it; without a format, as it was uploaded. */
export function shownSshPublicKey(user: User, sshKey: SshPublicKey, format?: "SSH" | "PEM"): ShownKey {
  const { id, body, key, uploadedAt, active } = sshKey;
  const formatted = format === undefined ? body : format === "SSH" ? asOpenSsh(key) : asPem(key);
  return {
    UserName: user.name,
    SSHPublicKeyId: id,
    Fingerprint: fingerprint(key),
    SSHPublicKeyBody: formatted,
    Status: active ? "Active" : "Inactive",
    UploadDate: uploadedAt,
  };
}
