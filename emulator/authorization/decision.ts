import type { Principal } from "../principal.ts";
import type { Layer } from "./layer.ts";

export type DecisionResult = "Allowed" | "ImplicitlyDenied" | "ExplicitlyDenied";

/** The statement that decided: where it stands and how it is called there. */
export interface DecidingStatement {
  /** Name or ARN of the policy, or the id of the grant. */
  readonly policy: string;
  /** The statement's `Sid`, or its position in the policy, counted from 0. */
  readonly statement: string | number;
}

/** What was asked, what came out, and which layer decided. Everything that is said about a request derives from this. */
export interface Decision {
  readonly result: DecisionResult;
  /** For an implicit denial: the layer whose Allow is missing. */
  readonly layer: Layer;
  readonly principal: Principal;
  readonly action: string;
  readonly resource: string;
  /** Absent for an implicit denial. */
  readonly statement?: DecidingStatement;
}

/**
 * AWS's sentence for a denial.
 * Source: IAM User Guide, "Troubleshoot access denied error messages"; recorded KMS answers.
 *
 * @param shownAs how AWS names the resource in sentences, where not by its ARN; empty where AWS leaves it out
 * @param undisclosedAs how AWS paraphrases a resource that it keeps from strangers; absent where it names it
 */
export function denialSentence(
  decision: Decision,
  shownAs: string = decision.resource,
  undisclosedAs?: string,
): string {
  const { principal, action } = decision;
  // Nobody is named: whoever asks has no ARN. Recorded in the issues of clients that use web identities.
  if (principal.kind === "web identity") return `Not authorized to perform ${action}`;
  if (undisclosedAs !== undefined && decision.layer !== "identity policy") {
    return undisclosedDenial(principal, action, undisclosedAs);
  }
  const named = shownAs === "" ? "" : ` on resource: ${shownAs}`;
  const resource = undisclosedAs === undefined ? named : ` on ${undisclosedAs}`;
  const opening = `User: ${principal.arn} is not authorized to perform: ${action}${resource}`;
  if (decision.result === "ExplicitlyDenied") {
    return `${opening} with an explicit deny in ${withArticle(policyType(decision.layer))}`;
  }
  // STS gives no reason, so that callers cannot tell a role that does not trust them from one that does not exist.
  if (action.startsWith("sts:")) return opening;
  return `${opening} because no ${policyType(decision.layer)} allows the ${action} action`;
}

/**
 * AWS's sentence where it will not say whether a resource exists: to callers of other accounts whom its policy does not
 * let in, and about the key that a ciphertext names.
 * Source: public transcripts since 2023 of calls across accounts and of Decrypt; not in the documentation.
 */
export function undisclosedDenial(principal: Principal, action: string, undisclosedAs: string): string {
  return `User: ${principal.arn} is not authorized to perform: ${action} on ${undisclosedAs} because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`;
}

/** AWS's name of a layer in its error sentences. */
function policyType(layer: Layer): string {
  switch (layer) {
    case "identity policy":
      return "identity-based policy";
    case "trust policy":
      return "role trust policy";
    case "boundary":
      return "permissions boundary";
    case "session policy":
    case "service control policy":
    case "resource control policy":
      return layer;
    case "endpoint policy":
      return "VPC endpoint policy";
    default:
      return "resource-based policy";
  }
}

function withArticle(noun: string): string {
  if (noun === "role trust policy") return `the ${noun}`;
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}
