import { DeleteRuleCommand, ListTargetsByRuleCommand, RemoveTargetsCommand } from "@aws-sdk/client-eventbridge";
import type { Session } from "../../../scenarios/contract/session.ts";

/** Deletes a rule of EventBridge with its targets. */
export async function removeEventRule({ events }: Session, Name: string): Promise<void> {
  const { Targets = [] } = await events.send(new ListTargetsByRuleCommand({ Rule: Name }));
  const Ids = Targets.flatMap(({ Id }) => Id ?? []);
  if (Ids.length > 0) await events.send(new RemoveTargetsCommand({ Rule: Name, Ids }));
  await events.send(new DeleteRuleCommand({ Name }));
}
