import { jsonErrorCodes, type Service } from "../../service.ts";
import { createGrant } from "./operations/createGrant.ts";
import { createKey } from "./operations/createKey.ts";
import { decrypt } from "./operations/decrypt.ts";
import { describeKey } from "./operations/describeKey.ts";
import { encrypt } from "./operations/encrypt.ts";
import { generateDataKey } from "./operations/generateDataKey.ts";
import { listGrants } from "./operations/listGrants.ts";
import { retireGrant } from "./operations/retireGrant.ts";
import { revokeGrant } from "./operations/revokeGrant.ts";

/** AWS Key Management Service. */
export const kms: Service = {
  name: "kms",
  eventSource: "kms.amazonaws.com",
  errorCodes: jsonErrorCodes,
  operations: [
    createGrant,
    createKey,
    decrypt,
    describeKey,
    encrypt,
    generateDataKey,
    listGrants,
    retireGrant,
    revokeGrant,
  ],
};
