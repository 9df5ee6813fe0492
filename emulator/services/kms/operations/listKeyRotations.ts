import type {
  ListKeyRotationsCommandInput,
  ListKeyRotationsCommandOutput,
  RotationsListEntry,
} from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import type { KeyMaterial } from "../keyMaterial.ts";
import type { KmsKey } from "../kmsKey.ts";
import { materialState } from "../materialState.ts";
import { page } from "../page.ts";
import { requireSymmetric } from "../requireSymmetric.ts";

/** Lists the rotations of a key, oldest first; on request with its first material and what waits for a rotation. */
export const listKeyRotations = operation<Input<ListKeyRotationsCommandInput>, Output<ListKeyRotationsCommandOutput>>({
  service: "kms",
  name: "ListKeyRotations",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyRotations.html",
  readOnly: true,
  access: (context, { KeyId }) => [ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), "kms:ListKeyRotations")],
  run: (context, { KeyId, IncludeKeyMaterial, ...request }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    requireSymmetric(key);
    const { versions, pending } = key.materials;
    const all = pending ? [...versions, pending] : versions;
    const asked = IncludeKeyMaterial === "ALL_KEY_MATERIAL" ? all : all.filter(({ rotation }) => rotation);
    const { items, truncation } = page([...asked.entries()], ([index]) => orderOf(index), request, 100);
    return { Rotations: items.map(([, material]) => shown(key, material)), ...truncation };
  },
});

/** Lists are paged by texts. */
function orderOf(index: number): string {
  return String(index).padStart(8, "0");
}

/** Terms of imports are shown of keys with imported material alone. */
function shown(key: KmsKey, material: KeyMaterial): RotationsListEntry {
  const { id, rotation, imported, secret } = material;
  return {
    KeyId: key.keyId,
    KeyMaterialId: id,
    KeyMaterialDescription: imported?.description,
    ImportState: key.origin === "EXTERNAL" ? (secret ? "IMPORTED" : "PENDING_IMPORT") : undefined,
    KeyMaterialState: materialState(key, material),
    ExpirationModel: imported?.expirationModel,
    ValidTo: imported?.validTo,
    RotationDate: rotation?.date,
    RotationType: rotation?.type,
  };
}
