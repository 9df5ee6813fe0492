import { jsonErrorCodes, type Service } from "../../service.ts";
import { batchGetSecretValue } from "./operations/batchGetSecretValue.ts";
import { cancelRotateSecret } from "./operations/cancelRotateSecret.ts";
import { createSecret } from "./operations/createSecret.ts";
import { deleteSecret } from "./operations/deleteSecret.ts";
import { describeSecret } from "./operations/describeSecret.ts";
import { getRandomPassword } from "./operations/getRandomPassword.ts";
import { getResourcePolicy } from "./operations/getResourcePolicy.ts";
import { getSecretValue } from "./operations/getSecretValue.ts";
import { listSecrets } from "./operations/listSecrets.ts";
import { listSecretVersionIds } from "./operations/listSecretVersionIds.ts";
import { putResourcePolicy } from "./operations/putResourcePolicy.ts";
import { deleteResourcePolicy } from "./operations/deleteResourcePolicy.ts";
import { validateResourcePolicy } from "./operations/validateResourcePolicy.ts";
import { putSecretValue } from "./operations/putSecretValue.ts";
import { removeRegionsFromReplication } from "./operations/removeRegionsFromReplication.ts";
import { replicateSecretToRegions } from "./operations/replicateSecretToRegions.ts";
import { restoreSecret } from "./operations/restoreSecret.ts";
import { rotateSecret } from "./operations/rotateSecret.ts";
import { stopReplicationToReplica } from "./operations/stopReplicationToReplica.ts";
import { tagResource } from "./operations/tagResource.ts";
import { untagResource } from "./operations/untagResource.ts";
import { updateSecret } from "./operations/updateSecret.ts";
import { updateSecretVersionStage } from "./operations/updateSecretVersionStage.ts";
import { tagging } from "./tagging.ts";

/** AWS Secrets Manager. */
export const secretsmanager: Service = {
  name: "secretsmanager",
  eventSource: "secretsmanager.amazonaws.com",
  errorCodes: jsonErrorCodes,
  tagging,
  operations: [
    createSecret,
    describeSecret,
    listSecrets,
    updateSecret,
    deleteSecret,
    restoreSecret,
    putSecretValue,
    getSecretValue,
    batchGetSecretValue,
    listSecretVersionIds,
    updateSecretVersionStage,
    tagResource,
    untagResource,
    getResourcePolicy,
    putResourcePolicy,
    deleteResourcePolicy,
    validateResourcePolicy,
    rotateSecret,
    cancelRotateSecret,
    replicateSecretToRegions,
    removeRegionsFromReplication,
    stopReplicationToReplica,
    getRandomPassword,
  ],
};
