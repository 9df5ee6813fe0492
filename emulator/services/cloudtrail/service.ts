import { jsonErrorCodes, type Service } from "../../service.ts";
import { lookupEvents } from "./operations/lookupEvents.ts";

/** AWS CloudTrail: the event history. */
export const cloudtrail: Service = {
  name: "cloudtrail",
  eventSource: "cloudtrail.amazonaws.com",
  errorCodes: jsonErrorCodes,
  operations: [lookupEvents],
};
