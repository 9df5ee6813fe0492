import { defaultAccountId } from "../../../../emulator/instance.ts";
import { createAlias } from "../../../../emulator/services/kms/operations/createAlias.ts";
import { createGrant } from "../../../../emulator/services/kms/operations/createGrant.ts";
import { createKey } from "../../../../emulator/services/kms/operations/createKey.ts";
import { encrypt } from "../../../../emulator/services/kms/operations/encrypt.ts";
import { caller, readerArn, type ServiceSamples } from "./serviceSamples.ts";

const keyPolicy = JSON.stringify({
  Statement: { Effect: "Allow", Principal: { AWS: defaultAccountId }, Action: "kms:*", Resource: "*" },
});

export const kmsSamples: ServiceSamples = {
  service: "kms",
  endings: {
    KMSInvalidStateException: ["CancelKeyDeletion"],
    AlreadyExistsException: ["CreateAlias"],
  },
  make: async (invoke) => {
    const EncryptionContext = { purpose: "test" };
    const Tags = [{ TagKey: "team", TagValue: "red" }];
    const KeyId = (await invoke(createKey, { Tags })).KeyMetadata?.Arn ?? "";
    const AliasName = "alias/mine";
    await invoke(createAlias, { AliasName, TargetKeyId: KeyId });
    const grant = { KeyId, GranteePrincipal: readerArn, RetiringPrincipal: readerArn, Constraints: undefined };
    const { GrantId } = await invoke(createGrant, { ...grant, Operations: ["Decrypt"] });
    const { CiphertextBlob } = await invoke(encrypt, { KeyId, Plaintext: new Uint8Array([1]), EncryptionContext });
    return {
      members: {
        AliasName,
        BypassPolicyLockoutSafetyCheck: true,
        CiphertextBlob,
        Constraints: { EncryptionContextEquals: EncryptionContext },
        Description: "",
        EncryptionAlgorithm: "SYMMETRIC_DEFAULT",
        EncryptionContext,
        GrantId,
        GranteePrincipal: caller.arn,
        KeyId,
        Operations: ["Decrypt"],
        PendingWindowInDays: 7,
        Plaintext: new Uint8Array([1]),
        Policy: keyPolicy,
        RetiringPrincipal: caller.arn,
        RotationPeriodInDays: 100,
        TagKeys: ["team"],
        Tags,
        TargetKeyId: KeyId,
      },
      ofOperation: {
        DescribeKey: { KeyId: AliasName },
        Encrypt: { KeyId: AliasName },
        GenerateDataKey: { KeyId: AliasName, KeySpec: "AES_256" },
        Decrypt: { KeyId: AliasName },
      },
    };
  },
};
