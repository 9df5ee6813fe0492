const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Bytes in base32 without padding. Source: RFC 3548, which the IAM API Reference names for seeds of MFA devices. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((part) => alphabet.charAt(parseInt(part.padEnd(5, "0"), 2))).join("");
}
