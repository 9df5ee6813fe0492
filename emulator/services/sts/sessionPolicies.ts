import { AwsError } from "../../awsError.ts";
import type { NamedPolicy } from "../../authorization/accessRequest.ts";
import { checkEvaluated } from "../iam/policies/attachedPolicies.ts";
import { checkPolicyArn } from "../iam/policies/findPolicy.ts";
import type { IamStore } from "../iam/iamStore.ts";
import { readIdentityPolicy } from "../iam/policies/policyDocument.ts";

/** The policies that a request states for a new session. */
export interface StatedSessionPolicies {
  readonly Policy?: string;
  readonly PolicyArns?: readonly { readonly arn?: string }[];
}

/** Source: STS API Reference, AssumeRole, `Policy` and `PolicyArns`. */
const maximumCharacters = 2048;
const maximumManagedPolicies = 10;

/**
 * The session policies of a new session in an account; absent where the request states none: nothing limits the session then.
 * Throws ValidationError, MalformedPolicyDocument, NoSuchEntity or PolicyNotAttachable.
 */
export function readSessionPolicies(
  iam: IamStore,
  { Policy, PolicyArns = [] }: StatedSessionPolicies,
): NamedPolicy[] | undefined {
  if (Policy === undefined && PolicyArns.length === 0) return undefined;
  if (PolicyArns.length > maximumManagedPolicies) {
    throw tooLong("policyArns", maximumManagedPolicies);
  }
  if (Policy !== undefined && Policy.length > maximumCharacters) throw tooLong("policy", maximumCharacters);
  const inline = Policy === undefined ? [] : [{ name: "session policy", policy: readIdentityPolicy(Policy) }];
  return [...inline, ...PolicyArns.map(({ arn = "" }) => managedPolicy(iam, arn))];
}

/**
 * How much of the space for session policies and session tags a request uses, in percent; absent where it has neither.
 * Throws PackedPolicyTooLarge above 100. AWS does not tell how it packs: here a character takes a character.
 */
export function packedPolicySize(
  { Policy = "" }: StatedSessionPolicies,
  tags: ReadonlyMap<string, string>,
): number | undefined {
  const used = Policy.length + [...tags].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  if (used === 0) return undefined;
  const percent = Math.ceil((used * 100) / maximumCharacters);
  if (percent <= 100) return percent;
  throw new AwsError("PackedPolicyTooLarge", `Packed size of session tags consumes ${percent}% of allotted space.`);
}

function managedPolicy(iam: IamStore, arn: string): NamedPolicy {
  checkPolicyArn(arn);
  const policy = iam.managedPolicy(arn);
  if (!policy) throw new AwsError("ValidationError", `Policy ${arn} does not exist or is not attachable.`);
  checkEvaluated(policy);
  return policy.inForce();
}

function tooLong(member: string, maximum: number): AwsError {
  return new AwsError(
    "ValidationError",
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must have length less than or equal to ${maximum}`,
  );
}
