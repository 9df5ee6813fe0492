import { jsonErrorCodes, type Service } from "../../service.ts";
import { cancelKeyDeletion } from "./operations/cancelKeyDeletion.ts";
import { createAlias } from "./operations/createAlias.ts";
import { createGrant } from "./operations/createGrant.ts";
import { createKey } from "./operations/createKey.ts";
import { decrypt } from "./operations/decrypt.ts";
import { deleteAlias } from "./operations/deleteAlias.ts";
import { describeKey } from "./operations/describeKey.ts";
import { disableKey } from "./operations/disableKey.ts";
import { disableKeyRotation } from "./operations/disableKeyRotation.ts";
import { enableKey } from "./operations/enableKey.ts";
import { enableKeyRotation } from "./operations/enableKeyRotation.ts";
import { encrypt } from "./operations/encrypt.ts";
import { generateDataKey } from "./operations/generateDataKey.ts";
import { getKeyPolicy } from "./operations/getKeyPolicy.ts";
import { getKeyRotationStatus } from "./operations/getKeyRotationStatus.ts";
import { listAliases } from "./operations/listAliases.ts";
import { listGrants } from "./operations/listGrants.ts";
import { listKeyPolicies } from "./operations/listKeyPolicies.ts";
import { listKeys } from "./operations/listKeys.ts";
import { listResourceTags } from "./operations/listResourceTags.ts";
import { putKeyPolicy } from "./operations/putKeyPolicy.ts";
import { retireGrant } from "./operations/retireGrant.ts";
import { revokeGrant } from "./operations/revokeGrant.ts";
import { scheduleKeyDeletion } from "./operations/scheduleKeyDeletion.ts";
import { tagResource } from "./operations/tagResource.ts";
import { untagResource } from "./operations/untagResource.ts";
import { updateAlias } from "./operations/updateAlias.ts";
import { updateKeyDescription } from "./operations/updateKeyDescription.ts";

/** AWS Key Management Service. */
export const kms: Service = {
  name: "kms",
  eventSource: "kms.amazonaws.com",
  errorCodes: jsonErrorCodes,
  operations: [
    cancelKeyDeletion,
    createAlias,
    createGrant,
    createKey,
    decrypt,
    deleteAlias,
    describeKey,
    disableKey,
    disableKeyRotation,
    enableKey,
    enableKeyRotation,
    encrypt,
    generateDataKey,
    getKeyPolicy,
    getKeyRotationStatus,
    listAliases,
    listGrants,
    listKeyPolicies,
    listKeys,
    listResourceTags,
    putKeyPolicy,
    retireGrant,
    revokeGrant,
    scheduleKeyDeletion,
    tagResource,
    untagResource,
    updateAlias,
    updateKeyDescription,
  ],
};
