import { paginateDescribeLogGroups } from "@aws-sdk/client-cloudwatch-logs";
import type { Session } from "../../scenarios/contract/session.ts";
import { collect } from "./collect.ts";

/** Log groups of CloudWatch Logs. */
export async function logGroups({ logs: client }: Session): Promise<string[]> {
  return collect(paginateDescribeLogGroups({ client }, {}), (page) => page.logGroups?.map(({ arn }) => arn));
}
