import { AwsError } from "../../awsError.ts";
import type { Policy } from "../../authorization/policy.ts";
import type { Table } from "./table.ts";

/** The resource policy of a table, in one revision. */
export interface ResourcePolicy {
  readonly policy: Policy;
  /** The time of the change in milliseconds, made unique. */
  readonly revisionId: string;
}

/** What stands for the revision of a policy that is not there. */
const noPolicy = "NO_POLICY";

/**
 * Gives a table a policy; the same one again keeps its revision. AWS refuses further changes for 15 seconds: here they are
 * in force at once, and nothing has to be waited for. Source: DynamoDB API Reference, PutResourcePolicy.
 */
export function setResourcePolicy(table: Table, policy: Policy, now: Date): ResourcePolicy {
  const present = table.resourcePolicy;
  if (present?.policy.text === policy.text) return present;
  const revision = Math.max(now.getTime(), Number(present?.revisionId ?? 0) + 1);
  table.resourcePolicy = { policy, revisionId: String(revision) };
  return table.resourcePolicy;
}

/** Throws PolicyNotFoundException unless a table's policy has the revision that a change expects, if it expects one. */
export function checkRevision({ name, resourcePolicy }: Table, expected: string | undefined): void {
  if (expected === undefined || expected === (resourcePolicy?.revisionId ?? noPolicy)) return;
  if (!resourcePolicy) {
    // Not recorded anywhere.
    throw policyNotFound(
      `Requested update for policy with revision id ${expected}, but table ${name} has no policy associated to it.`,
    );
  }
  const { revisionId } = resourcePolicy;
  throw policyNotFound(
    expected === noPolicy
      ? `Requested policy update expecting none to be present for table ${name}, but a policy exists with revision id ${revisionId}.`
      : `Requested update for policy with revision id ${expected}, but the policy associated to target table ${name} has revision id ${revisionId}.`,
  );
}

/** That there is no such policy, in DynamoDB's words. */
export function policyNotFound(detail: string): AwsError {
  return new AwsError(
    "PolicyNotFoundException",
    `Resource-based policy not found for the provided ResourceArn: ${detail}`,
  );
}
