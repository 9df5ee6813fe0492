import { createPrivateKey, X509Certificate } from "node:crypto";
import { AwsError } from "../../../awsError.ts";

/** Reads a certificate in PEM. Throws MalformedCertificate with the sentence. */
export function readCertificate(text: string, malformed: string): X509Certificate {
  try {
    return new X509Certificate(text);
  } catch {
    throw new AwsError("MalformedCertificate", malformed);
  }
}

/** Throws KeyPairMismatch unless the private key, in PEM, is that of the certificate. The sentence is not recorded anywhere. */
export function checkKeyPair(certificate: X509Certificate, privateKey: string): void {
  if (isKeyOf(certificate, privateKey)) return;
  throw new AwsError("KeyPairMismatch", "The public key certificate and the private key do not match.");
}

function isKeyOf(certificate: X509Certificate, privateKey: string): boolean {
  try {
    return certificate.checkPrivateKey(createPrivateKey(privateKey));
  } catch {
    return false;
  }
}
