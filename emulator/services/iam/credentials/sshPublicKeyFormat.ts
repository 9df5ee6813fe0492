import { createHash, createPublicKey, type KeyObject } from "node:crypto";

/**
 * Reads an RSA public key in OpenSSH's format (`ssh-rsa AAAA…`) or in PEM. Returns `undefined` for everything else.
 * Source: IAM API Reference, UploadSSHPublicKey.
 */
export function readSshPublicKey(text: string): KeyObject | undefined {
  try {
    const key = text.startsWith("ssh-rsa ") ? readOpenSsh(text) : createPublicKey(text);
    return key.asymmetricKeyType === "rsa" ? key : undefined;
  } catch {
    return undefined;
  }
}

/** The key in OpenSSH's format. */
export function asOpenSsh(key: KeyObject): string {
  return `ssh-rsa ${blob(key).toString("base64")}`;
}

/** The key in PEM. */
export function asPem(key: KeyObject): string {
  return String(key.export({ type: "spki", format: "pem" }));
}

/** The MD5 fingerprint, as IAM states it. Source: IAM API Reference, SSHPublicKey, `Fingerprint`. */
export function fingerprint(key: KeyObject): string {
  const digest = createHash("md5").update(blob(key)).digest("hex");
  return (digest.match(/../g) ?? []).join(":");
}

/** Source: RFC 4253, 6.6: the name of the format, the exponent and the modulus, each after its length. */
function readOpenSsh(text: string): KeyObject {
  const bytes = Buffer.from(text.split(/\s+/)[1] ?? "", "base64");
  const [, exponent, modulus] = fields(bytes);
  const jwk = { kty: "RSA", e: exponent?.toString("base64url"), n: modulus?.toString("base64url") };
  return createPublicKey({ key: jwk, format: "jwk" });
}

function fields(bytes: Buffer): Buffer[] {
  if (bytes.length === 0) return [];
  const end = 4 + bytes.readUInt32BE(0);
  return [bytes.subarray(4, end), ...fields(bytes.subarray(end))];
}

function blob(key: KeyObject): Buffer {
  const { e = "", n = "" } = key.export({ format: "jwk" });
  return Buffer.concat([field(Buffer.from("ssh-rsa")), field(positive(e)), field(positive(n))]);
}

function field(content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, content]);
}

/** A number that begins with a set bit would be read as a negative one. */
function positive(base64url: string): Buffer {
  const bytes = Buffer.from(base64url, "base64url");
  return bytes.readUInt8(0) < 0x80 ? bytes : Buffer.concat([Buffer.alloc(1), bytes]);
}
