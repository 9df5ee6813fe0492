import type { PrincipalSource } from "../../scenarios/contract/principal.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import type { ScenarioRecord } from "../scenarioRecord.ts";
import { actorOf, type Actor } from "./actor.ts";
import { shellLines } from "./shellLines.ts";

/** Who acts in a scenario, and how somebody at a shell acts as each of them. */
export function principalLines({ principals }: Scenario, record: ScenarioRecord): readonly string[] {
  return Object.entries(principals).flatMap(([name, source]) => [
    `# ${name}: ${source.title}.`,
    ...howToAct(source, actorOf(source, record)),
  ]);
}

/** The AWS CLI says who it is to everybody. Source: STS API Reference, GetCallerIdentity ("No permissions are required"). */
function howToAct({ session }: PrincipalSource, actor: Actor | undefined): readonly string[] {
  if (actor === undefined) return [`# (A later phase makes this ${session === undefined ? "user" : "session"}.)`];
  if (session !== undefined) return ["# (What is tried below makes this session, and a profile of it.)"];
  const { profile, region } = actor;
  if (profile === undefined) return [];
  return shellLines({ operation: "sts get-caller-identity", options: { region } }, new Map(), profile);
}
