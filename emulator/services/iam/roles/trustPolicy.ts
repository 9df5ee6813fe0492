import { parsePolicy, PolicyError, type Policy } from "../../../authorization/policy.ts";
import { principalResolver } from "../../../authorization/principalResolver.ts";
import type { CallContext } from "../../../callContext.ts";
import {
  checkStatements,
  hasDuplicateIds,
  malformedPolicy,
  policySize,
  texts,
  writtenStatements,
  type StatementRule,
} from "../policies/policyDocument.ts";
import { checkQuota } from "../quotas.ts";

const rules: readonly StatementRule[] = [
  {
    isBroken: ({ Principal, NotPrincipal }) => Principal === undefined && NotPrincipal === undefined,
    message: () => "Missing required field Principal",
  },
  {
    isBroken: ({ Action, NotAction }) => Action === undefined && NotAction === undefined,
    message: () => "Missing required field Action",
  },
  {
    isBroken: ({ Action, NotAction }) => [...texts(Action), ...texts(NotAction)].some((name) => !/^sts:/i.test(name)),
    message: () => "AssumeRole policy may only specify STS AssumeRole actions.",
  },
  {
    isBroken: ({ Resource, NotResource }) => Resource !== undefined || NotResource !== undefined,
    message: () => "Has prohibited field Resource",
  },
];

/** Reads and checks a role's trust policy. Throws MalformedPolicyDocument in AWS's words, or LimitExceeded. */
export function readTrustPolicy(context: CallContext, text: string): Policy {
  const statements = writtenStatements(text);
  if (!statements) throw malformedPolicy("This policy contains invalid Json");
  checkStatements(statements, rules);
  if (hasDuplicateIds(statements)) throw malformedPolicy("The Statement Ids in the policy are not unique");
  checkQuota("ACLSizePerRole", policySize(text));
  try {
    return parsePolicy(text, "trust policy", principalResolver(context.instance));
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw malformedPolicy(inWordsOfIam(error));
  }
}

function inWordsOfIam({ reason, message, principal }: PolicyError): string {
  if (principal !== undefined) return `Invalid principal in policy: "AWS":"${principal}"`;
  return reason === "unsupported" ? message : "Syntax errors in policy.";
}

/**
 * A trust policy as IAM shows it: a user or role that is gone appears under its unique id, also when there is a
 * namesake. Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
export function trustPolicyAsShown(context: CallContext, policy: Policy): string {
  const resolve = principalResolver(context.instance);
  const gone = policy.statements
    .flatMap(({ principals }) => principals)
    .flatMap((principal) => (principal.kind === "arn" && principal.uniqueId ? [principal] : []))
    .filter(({ arn, uniqueId }) => resolve(arn) !== uniqueId);
  return gone.reduce(
    (text, { arn, uniqueId }) => text.replaceAll(JSON.stringify(arn), JSON.stringify(uniqueId)),
    policy.text,
  );
}
