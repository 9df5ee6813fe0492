import type { GroupReference } from "./findLogGroup.ts";
import { invalidParameter } from "./logsError.ts";

/**
 * The log group that a request names by name or, among other resources, by ARN. Throws InvalidParameterException for query
 * results, which are the other resources and are not here.
 */
export function referenceOf(input: {
  readonly logGroupName?: string;
  readonly resourceIdentifier?: string;
}): GroupReference {
  const { logGroupName, resourceIdentifier } = input;
  if (resourceIdentifier !== undefined && !/^arn:aws:logs:[^:]+:\d{12}:log-group:[^:]+$/.test(resourceIdentifier)) {
    throw invalidParameter(
      `The embedded AWS does not carry the resourceIdentifier ${resourceIdentifier}: it knows ARNs of log groups alone.`,
    );
  }
  return { logGroupName, logGroupIdentifier: resourceIdentifier };
}
