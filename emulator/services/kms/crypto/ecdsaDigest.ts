import { createECDH, createHash, createPublicKey, verify, type KeyObject } from "node:crypto";
import type { RandomSource } from "../../../randomSource.ts";
import { derSignature, readDerSignature } from "./derSignature.ts";
import type { HashName } from "./signatures.ts";

/*
 * ECDSA over a hash that is given: node:crypto signs messages only. Source: FIPS 186-5, section 6.4; SEC 2 for the curves.
 * Points are multiplied by node:crypto, as public keys of private ones. Every hash that KMS has for a curve is at most
 * as long as its order, so that none is cut.
 */
interface Curve {
  readonly ecdhName: string;
  readonly bytes: number;
  /** Of the field. */
  readonly prime: bigint;
  /** Of the base point. */
  readonly order: bigint;
}

interface Point {
  readonly x: bigint;
  readonly y: bigint;
}

const curves: Readonly<Record<string, Curve>> = {
  "P-256": {
    ecdhName: "prime256v1",
    bytes: 32,
    prime: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
    order: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  },
  "P-384": {
    ecdhName: "secp384r1",
    bytes: 48,
    prime: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    order: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  },
  "P-521": {
    ecdhName: "secp521r1",
    bytes: 66,
    prime: 2n ** 521n - 1n,
    order:
      0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  },
  secp256k1: {
    ecdhName: "secp256k1",
    bytes: 32,
    prime: 2n ** 256n - 2n ** 32n - 977n,
    order: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
  },
};

/** Signs a hash; the signature is in DER, as KMS's are. */
export function signEcdsaDigest(key: KeyObject, digest: Uint8Array, random: RandomSource): Buffer {
  const { crv, d } = key.export({ format: "jwk" });
  const curve = curveOf(crv);
  for (;;) {
    const nonce = 1n + (numberOf(random.bytes(curve.bytes + 8)) % (curve.order - 1n));
    const r = multiplied(curve, nonce).x % curve.order;
    const s = modulo(inverse(nonce, curve.order) * (numberOf(digest) + r * numberOf(base64(d))), curve.order);
    if (r !== 0n && s !== 0n) return derSignature(r, s);
  }
}

/**
 * Whether a signature is that of a hash z under the public key Q. It is, exactly if it is a signature of a message with
 * the hash z′ under Q + ((z − z′) / r) · G, because both ask for the same point; and that is for node:crypto to say.
 */
export function verifyEcdsaDigest(key: KeyObject, hash: HashName, digest: Uint8Array, signature: Uint8Array): boolean {
  const { crv, x, y } = key.export({ format: "jwk" });
  const curve = curveOf(crv);
  const r = readDerSignature(signature)?.r;
  if (r === undefined || r <= 0n || r >= curve.order) return false;
  const message = Buffer.alloc(0);
  const difference = numberOf(digest) - numberOf(createHash(hash).update(message).digest());
  const factor = modulo(difference * inverse(r, curve.order), curve.order);
  const own = { x: numberOf(base64(x)), y: numberOf(base64(y)) };
  const shifted = factor === 0n ? own : sum(curve, own, multiplied(curve, factor));
  const jwk = { kty: "EC", crv, x: coordinate(curve, shifted.x), y: coordinate(curve, shifted.y) };
  return verify(hash, message, createPublicKey({ key: jwk, format: "jwk" }), signature);
}

function curveOf(name = ""): Curve {
  const curve = curves[name];
  if (!curve) throw new Error(`There is no curve ${name} here.`);
  return curve;
}

/** So many times the base point. */
function multiplied({ ecdhName, bytes }: Curve, factor: bigint): Point {
  const ecdh = createECDH(ecdhName);
  ecdh.setPrivateKey(bytesOf(factor, bytes));
  const point = ecdh.getPublicKey();
  return { x: numberOf(point.subarray(1, 1 + bytes)), y: numberOf(point.subarray(1 + bytes)) };
}

/** Of two points with different x. That a caller finds a hash and an r for which they agree is as hard as finding the key. */
function sum({ prime }: Curve, one: Point, other: Point): Point {
  const slope = (other.y - one.y) * inverse(other.x - one.x, prime);
  const x = modulo(slope * slope - one.x - other.x, prime);
  return { x, y: modulo(slope * (one.x - x) - one.y, prime) };
}

/** By the extended Euclidean algorithm. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [older, newer] = [modulus, modulo(value, modulus)];
  let [olderFactor, newerFactor] = [0n, 1n];
  while (newer !== 0n) {
    const quotient = older / newer;
    [older, newer] = [newer, older - quotient * newer];
    [olderFactor, newerFactor] = [newerFactor, olderFactor - quotient * newerFactor];
  }
  return modulo(olderFactor, modulus);
}

function modulo(value: bigint, modulus: bigint): bigint {
  return ((value % modulus) + modulus) % modulus;
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
}

function bytesOf(value: bigint, length: number): Buffer {
  return Buffer.from(value.toString(16).padStart(2 * length, "0"), "hex");
}

function coordinate({ bytes }: Curve, value: bigint): string {
  return bytesOf(value, bytes).toString("base64url");
}

function base64(text = ""): Buffer {
  return Buffer.from(text, "base64url");
}
