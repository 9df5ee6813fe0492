import type { AwsError } from "../awsError.ts";
import type { ServiceModel } from "./serviceModel.ts";

/**
 * The header that tells clients of a service which spoke the Query protocol before how an error was called there; none for
 * other services. Source: Smithy specification, "awsQueryCompatible trait".
 */
export function queryErrorHeader(model: ServiceModel | undefined, { code, status }: AwsError): Record<string, string> {
  if (!model?.metadata.awsQueryCompatible) return {};
  return { "x-amzn-query-error": `${model.queryCode(code)};${status < 500 ? "Sender" : "Receiver"}` };
}
