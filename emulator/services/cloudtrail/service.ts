import { jsonErrorCodes, type Service } from "../../service.ts";

export const cloudtrail: Service = {
  name: "cloudtrail",
  eventSource: "cloudtrail.amazonaws.com",
  errorCodes: jsonErrorCodes,
  operations: [],
};
