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
function howToAct({ user, region }: PrincipalSource, profile: string | undefined): readonly string[] {
  if (profile !== undefined) {
    const where = region === undefined ? "" : ` --region ${region}`;
    return [`aws sts get-caller-identity --profile ${profile}${where}`];
  }
  return user === undefined ? [] : ["# (A later phase makes this user.)"];
}
