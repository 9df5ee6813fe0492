import type {
  DeleteImportedKeyMaterialCommandInput,
  DeleteImportedKeyMaterialCommandOutput,
} from "@aws-sdk/client-kms";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import type { KmsKey } from "../kmsKey.ts";
import { requireOrigin } from "../requireOrigin.ts";

/** Deletes imported material; the key is of no use until the same material is imported again. */
export const deleteImportedKeyMaterial = operation<
  Input<DeleteImportedKeyMaterialCommandInput>,
  Output<DeleteImportedKeyMaterialCommandOutput>
>({
  service: "kms",
  name: "DeleteImportedKeyMaterial",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteImportedKeyMaterial.html",
  readOnly: false,
  access: (context, { KeyId }) => [
    ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), "kms:DeleteImportedKeyMaterial"),
  ],
  run: (context, { KeyId, KeyMaterialId }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    requireOrigin(key, "EXTERNAL");
    const id = KeyMaterialId ?? key.materials.current?.id;
    if (id !== undefined) deleteMaterial(key, id);
    key.noteState(context.now);
    return { KeyId: key.arn, KeyMaterialId: key.spec === "SYMMETRIC_DEFAULT" ? id : undefined };
  },
});

/** What waits for a rotation waits in all related keys: the primary's deletion is theirs. The message is not recorded anywhere. */
function deleteMaterial(key: KmsKey, id: string): void {
  if (!key.materials.find(id)) throw new AwsError("NotFoundException", `Key material ${id} not found`);
  const isShared = key.multiRegionType === "PRIMARY" && key.materials.pending?.id === id;
  for (const { materials } of isShared ? (key.related?.keys ?? []) : [key]) materials.delete(id);
}
