import type { PrincipalSource } from "../../scenarios/contract/principal.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import { keyOf } from "../../mutations/observer.ts";
import type { ScenarioRecord } from "../scenarioRecord.ts";
import { firstDeployment } from "./firstDeployment.ts";

/** Who acts in a scenario, and how somebody at a shell acts as each of them. */
export function principalLines({ principals }: Scenario, { resources }: ScenarioRecord): readonly string[] {
  const deployed = firstDeployment(resources);
  const profileOf = (user: string) => {
    const name = deployed.find((resource) => keyOf(resource) === `aws:iam/user:User::${user}`)?.inputs.name;
    return typeof name === "string" ? name : undefined;
  };
  return Object.entries(principals).flatMap(([name, source]) => [
    `# ${name}: ${source.title}.`,
    ...howToAct(source, source.user === undefined ? undefined : profileOf(source.user)),
  ]);
}

/** The AWS CLI says who it is to everybody. Source: STS API Reference, GetCallerIdentity ("No permissions are required"). */
function howToAct({ user, session, region }: PrincipalSource, profile: string | undefined): readonly string[] {
  if (profile !== undefined) {
    const where = region === undefined ? "" : ` --region ${region}`;
    return [`aws sts get-caller-identity --profile ${profile}${where}`];
  }
  if (session !== undefined) {
    return [
      `# (Keep what "aws sts assume-role" answers by "aws configure set … --profile ${session}":`,
      "# aws_access_key_id, aws_secret_access_key and aws_session_token.)",
    ];
  }
  return user === undefined ? [] : ["# (A later phase makes this user.)"];
}
