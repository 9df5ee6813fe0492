import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from "jose";
import type { Issuers } from "../../../../emulator/instance.ts";

/** An identity provider that signs tokens. */
export interface IdentityProvider {
  readonly issuer: string;
  /** As the embedded AWS is told of it. */
  readonly issuers: Issuers;
  /** A token for the audience `lab` and the subject `person:ada`, with other claims or `undefined` instead of one. */
  sign(claims?: JWTPayload, keyId?: string): Promise<string>;
}

/** Makes an identity provider with one key of its own. */
export async function identityProvider(issuer: string, algorithm = "RS256"): Promise<IdentityProvider> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm);
  const jwk = { ...(await exportJWK(publicKey)), kid: "one", alg: algorithm, use: "sig" };
  return {
    issuer,
    issuers: { [issuer]: { keys: [jwk] } },
    sign: (claims = {}, kid = "one") => {
      const now = Math.floor(Date.now() / 1000);
      const all = { iss: issuer, aud: "lab", sub: "person:ada", iat: now, exp: now + 300, ...claims };
      return new SignJWT(all).setProtectedHeader({ alg: algorithm, kid }).sign(privateKey);
    },
  };
}
