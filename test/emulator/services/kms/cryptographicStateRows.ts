import {
  DecryptCommand,
  DeriveSharedSecretCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyPairCommand,
  GenerateDataKeyPairWithoutPlaintextCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  ReEncryptCommand,
  SignCommand,
  VerifyCommand,
  VerifyMacCommand,
} from "@aws-sdk/client-kms";
import { agreement, enabledOnly, hmac, message, peerKey, plaintext, signing, type StateRow } from "./keyStateRow.ts";

/** What is made and read with a key. Source: KMS Developer Guide, "Key states of AWS KMS keys". */
export const cryptographicStateRows: readonly StateRow[] = [
  {
    name: "Encrypt",
    call: ({ kms, key }) => kms.send(new EncryptCommand({ KeyId: key.id, Plaintext: plaintext })),
    outcomes: enabledOnly,
  },
  {
    name: "Decrypt",
    call: ({ kms, ciphertext }) => kms.send(new DecryptCommand({ CiphertextBlob: ciphertext })),
    outcomes: enabledOnly,
  },
  {
    name: "GenerateDataKey",
    call: ({ kms, key }) => kms.send(new GenerateDataKeyCommand({ KeyId: key.id, KeySpec: "AES_256" })),
    outcomes: enabledOnly,
  },
  {
    name: "ReEncrypt to the key",
    call: async ({ kms, key, otherCiphertext }) =>
      kms.send(new ReEncryptCommand({ CiphertextBlob: otherCiphertext, DestinationKeyId: key.id })),
    outcomes: enabledOnly,
  },
  {
    name: "ReEncrypt from the key",
    call: async ({ kms, ciphertext, otherKey }) =>
      kms.send(new ReEncryptCommand({ CiphertextBlob: ciphertext, DestinationKeyId: otherKey.id })),
    outcomes: enabledOnly,
  },
  {
    name: "GenerateDataKeyWithoutPlaintext",
    call: ({ kms, key }) => kms.send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId: key.id, KeySpec: "AES_128" })),
    outcomes: enabledOnly,
  },
  {
    name: "GenerateDataKeyPair",
    call: ({ kms, key }) => kms.send(new GenerateDataKeyPairCommand({ KeyId: key.id, KeyPairSpec: "ECC_NIST_P256" })),
    outcomes: enabledOnly,
  },
  {
    name: "GenerateDataKeyPairWithoutPlaintext",
    call: ({ kms, key }) =>
      kms.send(new GenerateDataKeyPairWithoutPlaintextCommand({ KeyId: key.id, KeyPairSpec: "ECC_NIST_P256" })),
    outcomes: enabledOnly,
  },
  {
    name: "GenerateMac",
    kind: hmac,
    call: ({ kms, key }) =>
      kms.send(new GenerateMacCommand({ KeyId: key.id, MacAlgorithm: "HMAC_SHA_256", ...message })),
    outcomes: enabledOnly,
  },
  {
    name: "VerifyMac",
    kind: hmac,
    call: ({ kms, key, ciphertext: Mac }) =>
      kms.send(new VerifyMacCommand({ KeyId: key.id, MacAlgorithm: "HMAC_SHA_256", Mac, ...message })),
    outcomes: enabledOnly,
  },
  {
    name: "Sign",
    kind: signing,
    call: ({ kms, key }) => kms.send(new SignCommand({ KeyId: key.id, SigningAlgorithm: "ECDSA_SHA_256", ...message })),
    outcomes: enabledOnly,
  },
  {
    name: "Verify",
    kind: signing,
    call: ({ kms, key, ciphertext: Signature }) =>
      kms.send(new VerifyCommand({ KeyId: key.id, SigningAlgorithm: "ECDSA_SHA_256", Signature, ...message })),
    outcomes: enabledOnly,
  },
  {
    name: "GetPublicKey",
    kind: signing,
    call: ({ kms, key }) => kms.send(new GetPublicKeyCommand({ KeyId: key.id })),
    outcomes: enabledOnly,
  },
  {
    name: "DeriveSharedSecret",
    kind: agreement,
    call: ({ kms, key }) =>
      kms.send(new DeriveSharedSecretCommand({ KeyId: key.id, KeyAgreementAlgorithm: "ECDH", PublicKey: peerKey })),
    outcomes: enabledOnly,
  },
];
