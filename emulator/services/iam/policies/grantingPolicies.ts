import type { PolicyGrantingServiceAccess } from "@aws-sdk/client-iam";
import type { Group } from "../groups/group.ts";
import type { Identity } from "../identity.ts";
import { grantsService } from "./grantsService.ts";

/** The policies of a user, role or group that allow something of a service, for example `s3`; a user's groups' included. */
export function grantingPolicies(
  identity: Identity,
  groups: Iterable<Group>,
  service: string,
): PolicyGrantingServiceAccess[] {
  return [identity, ...groups].flatMap((holder) => [
    ...[...holder.inlinePolicies.values()]
      .filter((policy) => grantsService([policy], service))
      .map(({ name }) => ({
        PolicyName: name,
        PolicyType: "INLINE" as const,
        EntityType: entityTypes[holder.kind],
        EntityName: holder.name,
      })),
    ...[...holder.attachedPolicies.values()]
      .filter((policy) => grantsService([policy.inForce()], service))
      .map(({ name, arn }) => ({ PolicyName: name, PolicyType: "MANAGED" as const, PolicyArn: arn })),
  ]);
}

const entityTypes = { user: "USER", role: "ROLE", group: "GROUP" } as const;
