import type { ImportKeyMaterialCommandInput, ImportKeyMaterialCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { checkImport, importedSecret, importTerms, unwrapWithToken } from "../importing.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { keyKind } from "../keyKinds.ts";
import { importedMaterialId } from "../keyMaterial.ts";
import { requireNotPendingDeletion } from "../keyState.ts";
import { requireOrigin } from "../requireOrigin.ts";

const action = "kms:ImportKeyMaterial";

/** Gives a key material from outside: for the first time, again after it was deleted or has expired, or for a rotation. */
export const importKeyMaterial = operation<
  Input<ImportKeyMaterialCommandInput>,
  Output<ImportKeyMaterialCommandOutput>
>({
  service: "kms",
  name: "ImportKeyMaterial",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ImportKeyMaterial.html",
  readOnly: false,
  access: (context, { KeyId, ExpirationModel = "KEY_MATERIAL_EXPIRES", ValidTo }) => {
    const conditions = { "kms:ExpirationModel": ExpirationModel, "kms:ValidTo": ValidTo?.toISOString() };
    return [ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), action, { conditions })];
  },
  run: (context, { KeyId, ImportToken, EncryptedKeyMaterial, ...stated }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    requireOrigin(key, "EXTERNAL");
    requireNotPendingDeletion(key, action);
    const imported = importTerms(stated, context.now);
    const bytes = unwrapWithToken(key, ImportToken, EncryptedKeyMaterial, context.now);
    const secret = importedSecret(keyKind(key.spec).material, bytes);
    const id = importedMaterialId(key.keyId, bytes);
    checkImport(key, id, stated);
    const wasWaiting = key.state === "PendingImport";
    key.materials.import({ id, secret, imported });
    if (wasWaiting) key.enable(context.now);
    return { KeyId: key.arn, KeyMaterialId: key.spec === "SYMMETRIC_DEFAULT" ? id : undefined };
  },
});
