import { X509Certificate } from "node:crypto";
import type { SigningCertificate as ShownCertificate } from "@aws-sdk/client-iam";
import { AwsError } from "../../../awsError.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import type { User } from "../users/user.ts";
import { readCertificate } from "./certificate.ts";

/** A certificate that a user signs requests to old interfaces with. */
export interface SigningCertificate {
  readonly id: string;
  readonly body: string;
  readonly uploadedAt: Date;
  active: boolean;
}

/** Throws NoSuchEntity. */
export function findSigningCertificate(user: User, id: string): SigningCertificate {
  const certificate = user.signingCertificates.get(id);
  if (!certificate) throw noSuchEntity(`The Certificate with id ${id} cannot be found.`);
  return certificate;
}

/** Throws MalformedCertificate for what is no certificate, and DuplicateCertificate for one that the user has. */
export function checkNewCertificate(user: User, body: string): void {
  const { fingerprint256 } = readCertificate(body, `Certificate ${body} is malformed.`);
  const others = [...user.signingCertificates.values()].map((other) => new X509Certificate(other.body));
  if (!others.some((other) => other.fingerprint256 === fingerprint256)) return;
  // The sentence is not recorded anywhere.
  throw new AwsError("DuplicateCertificate", "The same certificate is already associated with the user.", {
    status: 409,
  });
}

/** A signing certificate as answers state it. */
export function shownSigningCertificate(user: User, certificate: SigningCertificate): ShownCertificate {
  const { id, body, uploadedAt, active } = certificate;
  return {
    UserName: user.name,
    CertificateId: id,
    CertificateBody: body,
    Status: active ? "Active" : "Inactive",
    UploadDate: uploadedAt,
  };
}
