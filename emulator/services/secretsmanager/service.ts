import { jsonErrorCodes, type Service } from "../../service.ts";

export const secretsmanager: Service = {
  name: "secretsmanager",
  eventSource: "secretsmanager.amazonaws.com",
  errorCodes: jsonErrorCodes,
  operations: [],
};
