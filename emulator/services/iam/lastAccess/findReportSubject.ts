import type { CallContext } from "../../../callContext.ts";
import { Group } from "../groups/group.ts";
import type { Identity } from "../identity.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import { Role } from "../roles/role.ts";
import { User } from "../users/user.ts";
import type { ReportSubject } from "./lastAccessedReport.ts";

/** What a report on a user, role, group or managed policy is about. Throws NoSuchEntity. */
export function findReportSubject({ account: { iam } }: CallContext, arn: string): ReportSubject {
  const identity = iam.identityByArn(arn);
  if (identity) return { policies: identity.policies(), identities: usersAndRoles([identity]) };
  const policy = iam.managedPolicy(arn);
  if (policy) return { policies: [policy.inForce()], identities: usersAndRoles(policy.attachedTo) };
  throw noSuchEntity(`The entity ${arn} cannot be found.`);
}

/** Each user and role once, with groups' members instead of the groups. */
function usersAndRoles(identities: Iterable<Identity>): Set<User | Role> {
  return new Set([...identities].flatMap(membersOf));
}

function membersOf(identity: Identity): (User | Role)[] {
  if (identity instanceof User || identity instanceof Role) return [identity];
  return identity instanceof Group ? [...identity.members] : [];
}
