import { defaultAccountId } from "../../../../emulator/instance.ts";
import { createAlias } from "../../../../emulator/services/kms/operations/createAlias.ts";
import { createGrant } from "../../../../emulator/services/kms/operations/createGrant.ts";
import { createKey } from "../../../../emulator/services/kms/operations/createKey.ts";
import type { CreateKeyCommandInput } from "@aws-sdk/client-kms";
import type { Input } from "../../../../emulator/operation.ts";
import { encrypt } from "../../../../emulator/services/kms/operations/encrypt.ts";
import { getPublicKey } from "../../../../emulator/services/kms/operations/getPublicKey.ts";
import { replicateKey } from "../../../../emulator/services/kms/operations/replicateKey.ts";
import { caller, readerArn, type ServiceSamples } from "./serviceSamples.ts";

const keyPolicy = JSON.stringify({
  Statement: { Effect: "Allow", Principal: { AWS: defaultAccountId }, Action: "kms:*", Resource: "*" },
});

export const kmsSamples: ServiceSamples = {
  service: "kms",
  endings: {
    KMSInvalidStateException: ["CancelKeyDeletion"],
    AlreadyExistsException: ["CreateAlias"],
    InvalidImportTokenException: ["ImportKeyMaterial"],
    KMSInvalidSignatureException: ["Verify"],
    KMSInvalidMacException: ["VerifyMac"],
  },
  make: async (invoke) => {
    const EncryptionContext = { purpose: "test" };
    const Tags = [{ TagKey: "team", TagValue: "red" }];
    const KeyId = (await invoke(createKey, { Tags })).KeyMetadata?.Arn ?? "";
    const AliasName = "alias/mine";
    await invoke(createAlias, { AliasName, TargetKeyId: KeyId });
    const grant = { KeyId, GranteePrincipal: readerArn, RetiringPrincipal: readerArn, Constraints: undefined };
    const { GrantId } = await invoke(createGrant, { ...grant, Operations: ["Decrypt"] });
    const made = async (input: Input<CreateKeyCommandInput>) => (await invoke(createKey, input)).KeyMetadata?.Arn ?? "";
    const hmacKey = await made({ KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" });
    const signingKey = await made({ KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" });
    const agreementKey = await made({ KeySpec: "ECC_NIST_P256", KeyUsage: "KEY_AGREEMENT" });
    const emptyKey = await made({ Origin: "EXTERNAL" });
    const multiRegionKey = await made({ MultiRegion: true });
    const movingKey = await made({ MultiRegion: true });
    await invoke(replicateKey, { KeyId: movingKey, ReplicaRegion: "eu-west-1" });
    const { PublicKey } = await invoke(getPublicKey, { KeyId: agreementKey });
    const { CiphertextBlob } = await invoke(encrypt, { KeyId, Plaintext: new Uint8Array([1]), EncryptionContext });
    return {
      members: {
        AliasName,
        BypassPolicyLockoutSafetyCheck: true,
        CiphertextBlob,
        Constraints: { EncryptionContextEquals: EncryptionContext },
        Description: "",
        DestinationEncryptionAlgorithm: "SYMMETRIC_DEFAULT",
        DestinationEncryptionContext: EncryptionContext,
        DestinationKeyId: AliasName,
        EncryptedKeyMaterial: new Uint8Array([1]),
        EncryptionAlgorithm: "SYMMETRIC_DEFAULT",
        EncryptionContext,
        ExpirationModel: "KEY_MATERIAL_EXPIRES",
        GrantId,
        GranteePrincipal: caller.arn,
        ImportToken: new Uint8Array([1]),
        KeyAgreementAlgorithm: "ECDH",
        KeyId,
        KeyPairSpec: "ECC_NIST_P256",
        Mac: new Uint8Array([1]),
        MacAlgorithm: "HMAC_SHA_256",
        Message: new Uint8Array([1]),
        MessageType: "RAW",
        NumberOfBytes: 32,
        Operations: ["Decrypt"],
        PendingWindowInDays: 7,
        Plaintext: new Uint8Array([1]),
        Policy: keyPolicy,
        PrimaryRegion: "eu-west-1",
        PublicKey,
        ReplicaRegion: "eu-west-1",
        RetiringPrincipal: caller.arn,
        RotationPeriodInDays: 100,
        Signature: new Uint8Array([1]),
        SigningAlgorithm: "ECDSA_SHA_256",
        SourceEncryptionAlgorithm: "SYMMETRIC_DEFAULT",
        SourceEncryptionContext: EncryptionContext,
        SourceKeyId: AliasName,
        TagKeys: ["team"],
        Tags,
        TargetKeyId: KeyId,
        ValidTo: new Date(Date.now() + 24 * 60 * 60 * 1000),
        WrappingAlgorithm: "RSAES_OAEP_SHA_256",
        WrappingKeySpec: "RSA_2048",
      },
      ofOperation: {
        DescribeKey: { KeyId: AliasName },
        Encrypt: { KeyId: AliasName },
        GenerateDataKey: { KeyId: AliasName, KeySpec: "AES_256", NumberOfBytes: undefined },
        GenerateDataKeyPair: { KeyId: AliasName },
        GenerateDataKeyPairWithoutPlaintext: { KeyId: AliasName },
        GenerateDataKeyWithoutPlaintext: { KeyId: AliasName, KeySpec: "AES_256", NumberOfBytes: undefined },
        Decrypt: { KeyId: AliasName },
        DeleteImportedKeyMaterial: { KeyId: emptyKey },
        DeriveSharedSecret: { KeyId: agreementKey },
        GenerateMac: { KeyId: hmacKey },
        GetParametersForImport: { KeyId: emptyKey },
        GetPublicKey: { KeyId: signingKey },
        ImportKeyMaterial: { KeyId: emptyKey },
        ReplicateKey: { KeyId: multiRegionKey },
        Sign: { KeyId: signingKey },
        UpdatePrimaryRegion: { KeyId: movingKey },
        Verify: { KeyId: signingKey },
        VerifyMac: { KeyId: hmacKey },
      },
    };
  },
};
