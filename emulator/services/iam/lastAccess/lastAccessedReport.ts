import type { NamedPolicy } from "../../../authorization/accessRequest.ts";
import type { CallContext } from "../../../callContext.ts";
import type { Principal } from "../../../principal.ts";
import type { ServiceAccess } from "../identity.ts";
import { grantsService } from "../policies/grantsService.ts";
import type { Role } from "../roles/role.ts";
import type { User } from "../users/user.ts";
import { readServiceNames } from "./readServiceNames.ts";

/** A report on the services that policies allow, and on who called them last: as it was when it was asked for. */
export interface LastAccessedReport {
  readonly id: string;
  readonly askedForBy: Principal;
  readonly createdAt: Date;
  readonly completeAt: Date;
  /** In the order of their namespaces. */
  readonly services: readonly ReportedService[];
  readonly entities: readonly ReportedEntity[];
}

/** A service that the policies allow something of. */
export interface ReportedService {
  /** What its actions begin with, for example `s3`. */
  readonly namespace: string;
  readonly name: string;
}

/** Who can use the policies that a report is about, with the latest call of each service within the tracking period. */
export interface ReportedEntity {
  readonly identity: User | Role;
  readonly accesses: ReadonlyMap<string, ServiceAccess>;
}

/** What a report is about: policies, and the users and roles that have them. */
export interface ReportSubject {
  readonly policies: readonly NamedPolicy[];
  readonly identities: Iterable<User | Role>;
}

/** How long a report is being made, in milliseconds. AWS's own example, in the CLI reference, took 776. */
const duration = 1000;
/** Source: IAM User Guide, "Refine permissions in AWS using last accessed information": at least 400 days. */
const trackingPeriod = 400 * 24 * 60 * 60 * 1000;

/** Makes a report, which can be read a second later. */
export function makeLastAccessedReport(context: CallContext, subject: ReportSubject): LastAccessedReport {
  const { instance, caller, now } = context;
  const since = now.getTime() - trackingPeriod;
  return {
    id: instance.random.uuid(),
    askedForBy: caller,
    createdAt: now,
    completeAt: new Date(now.getTime() + duration),
    services: readServiceNames().flatMap(([namespace, name]) =>
      grantsService(subject.policies, namespace) ? [{ namespace, name }] : [],
    ),
    entities: [...subject.identities].map((identity) => ({
      identity,
      accesses: new Map([...identity.accesses].filter(([, { at }]) => at.getTime() > since)),
    })),
  };
}
