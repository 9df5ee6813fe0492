import { DescribeTrailsCommand } from "@aws-sdk/client-cloudtrail";
import { GetAccountSummaryCommand } from "@aws-sdk/client-iam";
import type { Session } from "../../scenarios/contract/session.ts";

/** How many of what a run makes at most at a time, by Pulumi's type. */
export type Wanted = Readonly<Record<string, number>>;

/** Trails in a region. Source: CloudTrail User Guide, "Quotas in AWS CloudTrail". It cannot be raised. */
const trailsInRegion = 5;

/**
 * The quotas that leave too little room, as sentences. Those of IAM are the account's own; others that scenarios could meet are in the
 * ten thousands by default and are not asked for. Rejects where IAM or CloudTrail may not be asked.
 */
export async function spentQuotas({ iam, cloudtrail, region }: Session, wanted: Wanted): Promise<readonly string[]> {
  const { SummaryMap = {} } = await iam.send(new GetAccountSummaryCommand({}));
  const used: Readonly<Record<string, number | undefined>> = SummaryMap;
  const quotas = [
    { what: "users", used: used.Users, quota: used.UsersQuota, more: wanted["aws:iam/user:User"] },
    { what: "roles", used: used.Roles, quota: used.RolesQuota, more: wanted["aws:iam/role:Role"] },
    await trailsOf({ cloudtrail, region }, wanted["awsx:cloudtrail:Trail"]),
  ];
  return quotas.flatMap(({ what, used = 0, quota = Infinity, more = 0 }) =>
    used + more <= quota ? [] : `${used} of ${quota} ${what} are there already, and the run needs ${more} more`,
  );
}

async function trailsOf({ cloudtrail, region }: Pick<Session, "cloudtrail" | "region">, more = 0) {
  const what = `trails of ${region}`;
  if (more === 0) return { what };
  const { trailList = [] } = await cloudtrail.send(new DescribeTrailsCommand({}));
  return { what, used: trailList.length, quota: trailsInRegion, more };
}
