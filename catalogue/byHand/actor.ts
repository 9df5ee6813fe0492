import type { PrincipalSource } from "../../scenarios/contract/principal.ts";
import { keyOf } from "../../mutations/observedResource.ts";
import type { RecordedAttempt, ScenarioRecord } from "../scenarioRecord.ts";
import { firstDeployment } from "./firstDeployment.ts";

/** As whom the AWS CLI acts, and where. Both absent: as the administrator, in the shell's own region. */
export interface Actor {
  readonly profile?: string;
  readonly region?: string;
}

/** Who a principal is at a shell. Nothing where that is nobody in the first phase. */
export function actorOf(
  { user, accessKey, session, region }: PrincipalSource,
  { resources, attempts }: Pick<ScenarioRecord, "attempts" | "resources">,
): Actor | undefined {
  if (session !== undefined) return isMade(session, attempts) ? { profile: session, region } : undefined;
  if (accessKey !== undefined) return { profile: accessKey, region };
  if (user === undefined) return { region };
  const found = firstDeployment(resources).find((resource) => keyOf(resource) === `aws:iam/user:User::${user}`);
  const profile = found?.inputs.name;
  return typeof profile === "string" ? { profile, region } : undefined;
}

function isMade(session: string, attempts: readonly RecordedAttempt[]): boolean {
  return attempts.some((commands) => commands.some((command) => command.session === session));
}
