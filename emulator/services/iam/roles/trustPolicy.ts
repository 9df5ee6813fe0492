import { parsePolicy, PolicyError, type Policy } from "../../../authorization/policy.ts";
import { principalResolver } from "../../../authorization/principalResolver.ts";
import type { CallContext } from "../../../callContext.ts";
import { policySize } from "../policies/policyDocument.ts";
import {
  checkRules,
  distinctIds,
  everyStatement,
  malformedPolicy,
  texts,
  writtenElements,
  writtenPolicy,
  type PolicyRule,
  type WrittenPolicy,
} from "../policies/writtenPolicy.ts";
import { checkQuota } from "../quotas.ts";

const statementElements = [
  ...["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction"],
  ...["Resource", "NotResource", "Condition"],
];

/**
 * What trust policies must keep to. Source: answers of real AWS in public reports and in LocalStack's recorded tests
 * (`test_iam_roles.snapshot.json`); the order, and the sentence for a missing Effect, are not recorded anywhere.
 */
const rules: readonly PolicyRule[] = [
  (policy) => unknownField(policy, ["Version", "Id", "Statement"]),
  ({ Statement }) =>
    Statement.map((statement) => unknownField(statement, statementElements)).find((problem) => problem !== undefined),
  everyStatement(({ Effect }) => Effect === undefined, "Missing required field Effect"),
  everyStatement(
    ({ Principal, NotPrincipal }) => Principal === undefined && NotPrincipal === undefined,
    "Missing required field Principal",
  ),
  everyStatement(
    ({ Action, NotAction }) => Action === undefined && NotAction === undefined,
    "Missing required field Action",
  ),
  everyStatement(
    ({ Action, NotAction }) => [...texts(Action), ...texts(NotAction)].some((name) => !/^sts:/i.test(name)),
    "AssumeRole policy may only specify STS AssumeRole actions.",
  ),
  everyStatement(
    ({ Resource, NotResource }) => Resource !== undefined || NotResource !== undefined,
    "Has prohibited field Resource",
  ),
  distinctIds("The Statement Ids in the policy are not unique"),
];

/** Reads and checks a role's trust policy. Throws MalformedPolicyDocument in AWS's words, or LimitExceeded. */
export function readTrustPolicy(context: CallContext, text: string): Policy {
  checkRules(written(text), rules);
  checkQuota("ACLSizePerRole", policySize(text));
  try {
    return parsePolicy(text, "trust policy", principalResolver(context.instance));
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw malformedPolicy(inWordsOfIam(error));
  }
}

function written(text: string): WrittenPolicy {
  const elements = writtenElements(text);
  if (!elements) throw malformedPolicy("This policy contains invalid Json");
  const policy = writtenPolicy(text);
  if (policy) return policy;
  const unknown = unknownField(elements, ["Version", "Id", "Statement"]);
  throw malformedPolicy(
    unknown ?? (elements.Statement === undefined ? "Missing required field Statement" : syntaxErrors),
  );
}

function unknownField(elements: object, known: readonly string[]): string | undefined {
  const unknown = Object.keys(elements).find((name) => !known.includes(name));
  return unknown === undefined ? undefined : `Unknown field ${unknown}`;
}

const syntaxErrors = "Syntax errors in policy.";

function inWordsOfIam({ reason, message, principal }: PolicyError): string {
  if (principal !== undefined) return `Invalid principal in policy: "AWS":"${principal}"`;
  return reason === "unsupported" ? message : syntaxErrors;
}
