import type { PolicyGrantingServiceAccess } from "@aws-sdk/client-iam";
import type { NamedPolicy } from "../../../authorization/accessRequest.ts";
import { matchesPattern } from "../../../authorization/matchesPattern.ts";
import type { Statement } from "../../../authorization/policy.ts";
import type { Group } from "../groups/group.ts";
import type { Identity } from "../identity.ts";

/** The policies of a user, role or group that allow something of a service, for example `s3`; a user's groups' included. */
export function grantingPolicies(
  identity: Identity,
  groups: Iterable<Group>,
  service: string,
): PolicyGrantingServiceAccess[] {
  return [identity, ...groups].flatMap((holder) => [
    ...[...holder.inlinePolicies.values()]
      .filter((policy) => grants(policy, service))
      .map(({ name }) => ({
        PolicyName: name,
        PolicyType: "INLINE" as const,
        EntityType: entityTypes[holder.kind],
        EntityName: holder.name,
      })),
    ...[...holder.attachedPolicies.values()]
      .filter((policy) => grants(policy.inForce(), service))
      .map(({ name, arn }) => ({ PolicyName: name, PolicyType: "MANAGED" as const, PolicyArn: arn })),
  ]);
}

const entityTypes = { user: "USER", role: "ROLE", group: "GROUP" } as const;

function grants({ policy }: NamedPolicy, service: string): boolean {
  return policy.statements.some((statement) => statement.effect === "Allow" && isAbout(statement, service));
}

/** A statement with NotAction is about every service; so is one that allows `*`. */
function isAbout({ actions }: Statement, service: string): boolean {
  if (actions.negated) return true;
  return actions.patterns.some(
    (pattern) => pattern === "*" || matchesPattern(vendorOf(pattern), service.toLowerCase()),
  );
}

function vendorOf(action: string): string {
  return action.slice(0, action.indexOf(":"));
}
