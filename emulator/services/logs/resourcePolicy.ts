import type { ResourcePolicy as ShownResourcePolicy } from "@aws-sdk/client-cloudwatch-logs";
import { parsePolicy, PolicyError, type Policy } from "../../authorization/policy.ts";
import { principalResolver } from "../../authorization/principalResolver.ts";
import type { CallContext } from "../../callContext.ts";
import { invalidParameter } from "./logsError.ts";

/** A resource policy of an account: it says which services may write to its log groups. */
export interface ResourcePolicy {
  readonly name: string;
  /** As stated. */
  readonly document: string;
  readonly policy: Policy;
  readonly lastUpdatedTime: number;
}

/** Throws InvalidParameterException. */
export function readResourcePolicy(context: CallContext, name: string, document: string): ResourcePolicy {
  try {
    const policy = parsePolicy(document, "resource policy", principalResolver(context.instance));
    return { name, document, policy, lastUpdatedTime: context.now.getTime() };
  } catch (error) {
    throw error instanceof PolicyError ? invalidParameter(error.message) : error;
  }
}

export function shownResourcePolicy({ name, document, lastUpdatedTime }: ResourcePolicy): ShownResourcePolicy {
  return { policyName: name, policyDocument: document, lastUpdatedTime, policyScope: "ACCOUNT" };
}
