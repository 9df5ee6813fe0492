import type { KeyMaterialState } from "@aws-sdk/client-kms";
import type { KeyMaterial } from "./keyMaterial.ts";
import type { KmsKey } from "./kmsKey.ts";

/** What a version of a key's material is for. Source: KMS API Reference, RotationsListEntry. */
export function materialState(key: KmsKey, { id }: KeyMaterial): KeyMaterialState {
  const { current, pending } = key.materials;
  if (id === current?.id) return "CURRENT";
  if (id !== pending?.id) return "NON_CURRENT";
  return isReadyEverywhere(key) ? "PENDING_ROTATION" : "PENDING_MULTI_REGION_IMPORT_AND_ROTATION";
}

/** Whether the material that waits for a rotation was imported into all related keys. */
export function isReadyEverywhere({ materials, related }: KmsKey): boolean {
  const id = materials.pending?.id;
  return (related?.keys ?? []).every((key) => key.materials.pending?.id === id);
}
