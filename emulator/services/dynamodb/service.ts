import { jsonErrorCodes, type Service } from "../../service.ts";

export const dynamodb: Service = {
  name: "dynamodb",
  eventSource: "dynamodb.amazonaws.com",
  errorCodes: jsonErrorCodes,
  operations: [],
};
