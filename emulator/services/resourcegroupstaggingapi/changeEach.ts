import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { OwnCall, Tagging } from "../../tagging.ts";
import { invalidParameter } from "./invalidParameter.ts";

/** Why a resource could not be changed. AWS's model lists two codes, and says that there can be any of the services'. */
interface FailureInfo {
  readonly StatusCode: number;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
}

/** What becomes of several resources. */
export interface EachChange {
  /** The resources that could not be changed, with what their own service answered; the others have been. */
  readonly FailedResourcesMap: Record<string, FailureInfo>;
}

/**
 * Changes the tags of resources one after the other, each with its service's own operation as the caller, who therefore
 * needs the permission of that operation too. Throws InvalidParameterException, before anything is changed, for what is no
 * ARN of a resource whose service takes part. Source: Resource Groups Tagging API Reference, TagResources and FailureInfo.
 */
export async function changeEach(
  context: CallContext,
  arns: readonly string[],
  change: (tagging: Tagging, call: OwnCall, arn: string) => Promise<object>,
): Promise<EachChange> {
  const resources = arns.map((arn) => ({ arn, tagging: taggingOf(context, arn) }));
  const call: OwnCall = (operation, input) => context.callAsCaller("tagging", operation, input);
  const FailedResourcesMap: Record<string, FailureInfo> = {};
  for (const { arn, tagging } of resources) {
    const failure = await failureOf(change(tagging, call, arn));
    if (failure) FailedResourcesMap[arn] = failure;
  }
  return { FailedResourcesMap };
}

/** AWS refuses the whole request for the ARN of an IAM role; these words begin as it words that. */
function taggingOf(context: CallContext, arn: string): Tagging {
  const invalid = `${arn} not a valid AmazonResourceName (ARN)`;
  const [, namespace] = /^arn:[^:]*:([^:]+):[^:]*:[^:]*:.+$/.exec(arn) ?? [];
  if (namespace === undefined) throw invalidParameter(invalid);
  const found = context.taggings().find((tagging) => tagging.namespace === namespace);
  if (found) return found;
  throw invalidParameter(`${invalid}: this API does not tag resources of '${namespace}' in the embedded AWS.`);
}

async function failureOf(change: Promise<object>): Promise<FailureInfo | undefined> {
  try {
    await change;
    return undefined;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const { code, status, message } = error;
    return { StatusCode: status, ErrorCode: code, ErrorMessage: message };
  }
}
