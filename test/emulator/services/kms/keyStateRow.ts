import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { CreateKeyCommandInput, KMSClient } from "@aws-sdk/client-kms";
import type { TestKey } from "./keys.ts";

/** The states that a key can be in here, whatever its kind. */
export type State = "Enabled" | "Disabled" | "PendingDeletion" | "PendingImport";

/** What a call needs that was prepared while the key was enabled. */
export interface Prepared {
  readonly kms: KMSClient;
  readonly key: TestKey;
  readonly ciphertext: Uint8Array | undefined;
  readonly grantId: string;
  readonly aliasName: string;
  readonly otherKey: TestKey;
  readonly otherCiphertext: Uint8Array | undefined;
}

/** How a call ends: `ok`, or with the error's code. */
type Outcomes = Readonly<Record<State, string>>;

export interface StateRow {
  readonly name: string;
  readonly call: (prepared: Prepared) => Promise<unknown>;
  readonly outcomes: Outcomes;
  /** What kind of key the operation is about. Default: a symmetric one. */
  readonly kind?: CreateKeyCommandInput;
}

const invalidState = "KMSInvalidStateException";
export const always: Outcomes = { Enabled: "ok", Disabled: "ok", PendingDeletion: "ok", PendingImport: "ok" };
export const notPending: Outcomes = { ...always, PendingDeletion: invalidState };
export const withMaterial: Outcomes = { ...notPending, PendingImport: invalidState };
export const enabledOnly: Outcomes = { ...withMaterial, Disabled: "DisabledException" };
export const pendingOnly: Outcomes = {
  Enabled: invalidState,
  Disabled: invalidState,
  PendingDeletion: "ok",
  PendingImport: invalidState,
};

export const unsupported = "UnsupportedOperationException";
/** Rotation is not for imported material, whatever the key's state. */
export const rotation = (outcomes: Outcomes): Outcomes => ({ ...outcomes, PendingImport: unsupported });

export const hmac: CreateKeyCommandInput = { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" };
export const signing: CreateKeyCommandInput = { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" };
export const agreement: CreateKeyCommandInput = { KeySpec: "ECC_NIST_P256", KeyUsage: "KEY_AGREEMENT" };
export const message = { Message: Buffer.from("x") };
const { publicKey: peer } = generateKeyPairSync("ec", { namedCurve: "P-256" });
export const peerKey = peer.export({ type: "spki", format: "der" });

/** The same for every key: no row is about any material in particular. */
export const material = randomBytes(32);

/** Material for a key of this kind. */
export function materialOf({ KeySpec }: CreateKeyCommandInput): Buffer {
  if (KeySpec !== "ECC_NIST_P256") return material;
  return generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "der" });
}

export const plaintext = Buffer.from("x");
export const grantee = "arn:aws:iam::000000000000:root";
export const tag = { TagKey: "a", TagValue: "b" };
