import { paginateDescribeAlarms } from "@aws-sdk/client-cloudwatch";
import { ListRulesCommand } from "@aws-sdk/client-eventbridge";
import type { Session } from "../../scenarios/contract/session.ts";
import { collect } from "./collect.ts";

/** Alarms of CloudWatch, and the rules of EventBridge that set them off. */
export async function alarmsAndRules(session: Session): Promise<string[]> {
  const lists = await Promise.all([alarms(session), rules(session)]);
  return lists.flat();
}

/** Alarms of CloudWatch. */
export async function alarms({ cloudwatch: client }: Session): Promise<string[]> {
  return collect(paginateDescribeAlarms({ client }, {}), (page) => page.MetricAlarms?.map(({ AlarmArn }) => AlarmArn));
}

/** Rules of EventBridge, for which the SDK has no paginator. */
export async function rules({ events: client }: Session): Promise<string[]> {
  const found: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new ListRulesCommand({ NextToken }));
    found.push(...(page.Rules ?? []).flatMap(({ Arn }) => Arn ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return found;
}
