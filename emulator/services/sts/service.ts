import { queryErrorCodes, type Service } from "../../service.ts";
import { assumeRole } from "./operations/assumeRole.ts";
import { assumeRoleWithWebIdentity } from "./operations/assumeRoleWithWebIdentity.ts";
import { decodeAuthorizationMessage } from "./operations/decodeAuthorizationMessage.ts";
import { getAccessKeyInfo } from "./operations/getAccessKeyInfo.ts";
import { getCallerIdentity } from "./operations/getCallerIdentity.ts";
import { getFederationToken } from "./operations/getFederationToken.ts";
import { getSessionToken } from "./operations/getSessionToken.ts";

/** AWS Security Token Service. */
export const sts: Service = {
  name: "sts",
  eventSource: "sts.amazonaws.com",
  errorCodes: queryErrorCodes,
  operations: [
    getCallerIdentity,
    assumeRole,
    assumeRoleWithWebIdentity,
    getSessionToken,
    getFederationToken,
    getAccessKeyInfo,
    decodeAuthorizationMessage,
  ],
};
