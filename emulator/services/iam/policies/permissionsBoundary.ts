import type { ConditionValues } from "../../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../../callContext.ts";
import type { Identity } from "../identity.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import { checkEvaluated } from "./attachedPolicies.ts";
import { checkAttachableArn } from "./findPolicy.ts";
import type { ManagedPolicy } from "./managedPolicy.ts";

/** A permissions boundary as answers state it. AWS says `Policy`, whatever its API model says. */
export interface ShownBoundary {
  readonly PermissionsBoundaryType: "Policy";
  readonly PermissionsBoundaryArn: string;
}

/** What the SDK calls a user or role, with the permissions boundary that AWS really states. */
export type Bounded<Shown> = Omit<Shown, "PermissionsBoundary"> & { PermissionsBoundary?: ShownBoundary };

/** The managed policy that a request names as a boundary. Throws InvalidInput, NoSuchEntity or PolicyNotAttachable. */
export function findBoundary(context: CallContext, arn: string): ManagedPolicy {
  checkAttachableArn(arn);
  const policy = context.account.iam.managedPolicy(arn);
  if (!policy) throw noSuchEntity(`Scope ARN: ${arn} does not exist or is not attachable.`);
  checkEvaluated(policy);
  return policy;
}

/** Throws NoSuchEntity if the user or role has no boundary. */
export function removeBoundary(identity: Identity): void {
  if (!identity.boundary) throw noSuchEntity(`The ${identity.kind} ${identity.name} has no permissions boundary.`);
  identity.boundary = undefined;
}

/** The boundary of a user or role as GetUser and GetRole show it; absent where there is none. */
export function shownBoundary({ boundary }: Identity): ShownBoundary | undefined {
  return boundary && { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: boundary.arn };
}

/**
 * `iam:PermissionsBoundary` of a request that changes the policies of a user or role: the boundary that is in place.
 * Source: Service Authorization Reference, "AWS Identity and Access Management (IAM)".
 */
export function boundaryInPlace(identity: Identity | undefined): ConditionValues {
  return { "iam:PermissionsBoundary": identity?.boundary?.arn };
}
