import { queryErrorCodes, type Service } from "../../service.ts";
import { assumeRole } from "./operations/assumeRole.ts";
import { getCallerIdentity } from "./operations/getCallerIdentity.ts";

/** AWS Security Token Service. */
export const sts: Service = {
  name: "sts",
  eventSource: "sts.amazonaws.com",
  errorCodes: queryErrorCodes,
  operations: [getCallerIdentity, assumeRole],
};
