import {
  DeleteImportedKeyMaterialCommand,
  DisableKeyRotationCommand,
  EnableKeyRotationCommand,
  GetKeyRotationStatusCommand,
  GetParametersForImportCommand,
  ListKeyRotationsCommand,
  ReplicateKeyCommand,
  RotateKeyOnDemandCommand,
} from "@aws-sdk/client-kms";
import { importMaterial } from "./importMaterial.ts";
import { always, enabledOnly, material, notPending, rotation, type StateRow } from "./keyStateRow.ts";

/** What is about the material of a key. Source: KMS Developer Guide, "Key states of AWS KMS keys". */
export const materialStateRows: readonly StateRow[] = [
  {
    name: "EnableKeyRotation",
    call: ({ kms, key }) => kms.send(new EnableKeyRotationCommand({ KeyId: key.id })),
    outcomes: rotation(enabledOnly),
  },
  {
    name: "DisableKeyRotation",
    call: ({ kms, key }) => kms.send(new DisableKeyRotationCommand({ KeyId: key.id })),
    outcomes: rotation(enabledOnly),
  },
  {
    name: "GetKeyRotationStatus",
    call: ({ kms, key }) => kms.send(new GetKeyRotationStatusCommand({ KeyId: key.id })),
    outcomes: rotation(always),
  },
  {
    name: "RotateKeyOnDemand",
    call: ({ kms, key }) => kms.send(new RotateKeyOnDemandCommand({ KeyId: key.id })),
    outcomes: enabledOnly,
  },
  {
    name: "ListKeyRotations",
    call: ({ kms, key }) => kms.send(new ListKeyRotationsCommand({ KeyId: key.id })),
    outcomes: always,
  },
  {
    name: "GetParametersForImport",
    kind: { Origin: "EXTERNAL" },
    call: ({ kms, key }) =>
      kms.send(
        new GetParametersForImportCommand({
          KeyId: key.id,
          WrappingAlgorithm: "RSAES_OAEP_SHA_256",
          WrappingKeySpec: "RSA_2048",
        }),
      ),
    outcomes: notPending,
  },
  {
    name: "ImportKeyMaterial",
    kind: { Origin: "EXTERNAL" },
    call: ({ kms, key }) => importMaterial(kms, key.id, material),
    outcomes: notPending,
  },
  {
    name: "DeleteImportedKeyMaterial",
    kind: { Origin: "EXTERNAL" },
    call: ({ kms, key }) => kms.send(new DeleteImportedKeyMaterialCommand({ KeyId: key.id })),
    outcomes: always,
  },
  {
    name: "ReplicateKey",
    kind: { MultiRegion: true },
    call: ({ kms, key }) => kms.send(new ReplicateKeyCommand({ KeyId: key.id, ReplicaRegion: "eu-west-1" })),
    outcomes: enabledOnly,
  },
];
