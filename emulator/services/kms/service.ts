import { jsonErrorCodes, type Service } from "../../service.ts";
import { cancelKeyDeletion } from "./operations/cancelKeyDeletion.ts";
import { createAlias } from "./operations/createAlias.ts";
import { createGrant } from "./operations/createGrant.ts";
import { createKey } from "./operations/createKey.ts";
import { decrypt } from "./operations/decrypt.ts";
import { deleteAlias } from "./operations/deleteAlias.ts";
import { deleteImportedKeyMaterial } from "./operations/deleteImportedKeyMaterial.ts";
import { deriveSharedSecret } from "./operations/deriveSharedSecret.ts";
import { describeKey } from "./operations/describeKey.ts";
import { disableKey } from "./operations/disableKey.ts";
import { disableKeyRotation } from "./operations/disableKeyRotation.ts";
import { enableKey } from "./operations/enableKey.ts";
import { enableKeyRotation } from "./operations/enableKeyRotation.ts";
import { encrypt } from "./operations/encrypt.ts";
import { generateDataKey } from "./operations/generateDataKey.ts";
import { generateDataKeyPair } from "./operations/generateDataKeyPair.ts";
import { generateDataKeyPairWithoutPlaintext } from "./operations/generateDataKeyPairWithoutPlaintext.ts";
import { generateDataKeyWithoutPlaintext } from "./operations/generateDataKeyWithoutPlaintext.ts";
import { generateMac } from "./operations/generateMac.ts";
import { generateRandom } from "./operations/generateRandom.ts";
import { getKeyLastUsage } from "./operations/getKeyLastUsage.ts";
import { getKeyPolicy } from "./operations/getKeyPolicy.ts";
import { getKeyRotationStatus } from "./operations/getKeyRotationStatus.ts";
import { getParametersForImport } from "./operations/getParametersForImport.ts";
import { getPublicKey } from "./operations/getPublicKey.ts";
import { importKeyMaterial } from "./operations/importKeyMaterial.ts";
import { listAliases } from "./operations/listAliases.ts";
import { listGrants } from "./operations/listGrants.ts";
import { listKeyPolicies } from "./operations/listKeyPolicies.ts";
import { listKeyRotations } from "./operations/listKeyRotations.ts";
import { listKeys } from "./operations/listKeys.ts";
import { listResourceTags } from "./operations/listResourceTags.ts";
import { listRetirableGrants } from "./operations/listRetirableGrants.ts";
import { putKeyPolicy } from "./operations/putKeyPolicy.ts";
import { reEncrypt } from "./operations/reEncrypt.ts";
import { replicateKey } from "./operations/replicateKey.ts";
import { retireGrant } from "./operations/retireGrant.ts";
import { revokeGrant } from "./operations/revokeGrant.ts";
import { rotateKeyOnDemand } from "./operations/rotateKeyOnDemand.ts";
import { scheduleKeyDeletion } from "./operations/scheduleKeyDeletion.ts";
import { sign } from "./operations/sign.ts";
import { tagResource } from "./operations/tagResource.ts";
import { untagResource } from "./operations/untagResource.ts";
import { updateAlias } from "./operations/updateAlias.ts";
import { updateKeyDescription } from "./operations/updateKeyDescription.ts";
import { updatePrimaryRegion } from "./operations/updatePrimaryRegion.ts";
import { verify } from "./operations/verify.ts";
import { verifyMac } from "./operations/verifyMac.ts";

import { kmsRequestQuota } from "./requestQuotas.ts";
import { tagging } from "./tagging.ts";

/** AWS Key Management Service. */
export const kms: Service = {
  name: "kms",
  eventSource: "kms.amazonaws.com",
  errorCodes: jsonErrorCodes,
  throttlingError: {
    code: "ThrottlingException",
    message: "You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.",
    status: 400,
  },
  requestQuotas: { quotaOf: kmsRequestQuota },
  tagging,
  operations: [
    cancelKeyDeletion,
    createAlias,
    createGrant,
    createKey,
    decrypt,
    deleteAlias,
    deleteImportedKeyMaterial,
    deriveSharedSecret,
    describeKey,
    disableKey,
    disableKeyRotation,
    enableKey,
    enableKeyRotation,
    encrypt,
    generateDataKey,
    generateDataKeyPair,
    generateDataKeyPairWithoutPlaintext,
    generateDataKeyWithoutPlaintext,
    generateMac,
    generateRandom,
    getKeyLastUsage,
    getKeyPolicy,
    getKeyRotationStatus,
    getParametersForImport,
    getPublicKey,
    importKeyMaterial,
    listAliases,
    listGrants,
    listKeyPolicies,
    listKeyRotations,
    listKeys,
    listResourceTags,
    listRetirableGrants,
    putKeyPolicy,
    reEncrypt,
    replicateKey,
    retireGrant,
    revokeGrant,
    rotateKeyOnDemand,
    scheduleKeyDeletion,
    sign,
    tagResource,
    untagResource,
    updateAlias,
    updateKeyDescription,
    updatePrimaryRegion,
    verify,
    verifyMac,
  ],
};
