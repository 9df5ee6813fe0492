import { jsonErrorCodes, type Service } from "../../service.ts";

export const kms: Service = {
  name: "kms",
  eventSource: "kms.amazonaws.com",
  errorCodes: jsonErrorCodes,
  operations: [],
};
