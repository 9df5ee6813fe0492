import { queryErrorCodes, type Service } from "../../service.ts";

export const iam: Service = {
  name: "iam",
  eventSource: "iam.amazonaws.com",
  errorCodes: queryErrorCodes,
  operations: [],
};
