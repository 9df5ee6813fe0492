import type { ServiceAccess } from "../identity.ts";
import type { LastAccessedReport, ReportedEntity } from "./lastAccessedReport.ts";

/** A user or role that may use a service, with its latest call within the tracking period. */
export interface Use extends Pick<ReportedEntity, "identity"> {
  readonly access?: ServiceAccess;
}

/** Who may use a service by what a report is about, whoever called it last first; nobody if that is nothing of the service. */
export function usesOf({ services, entities }: LastAccessedReport, namespace: string): Use[] {
  if (!services.some((service) => service.namespace === namespace)) return [];
  const uses = entities.map(({ identity, accesses }) => ({ identity, access: accesses.get(namespace) }));
  return uses.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

/** What uses are in the order of. */
export function orderOf({ identity, access }: Use): string {
  const age = Number.MAX_SAFE_INTEGER - (access?.at.getTime() ?? 0);
  return `${age} ${identity.arn}`;
}
