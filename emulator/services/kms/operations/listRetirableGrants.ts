import type { ListRetirableGrantsCommandInput, ListRetirableGrantsCommandOutput } from "@aws-sdk/client-kms";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { shownGrant } from "../shownGrant.ts";
import { accountAccess } from "../keyAccess.ts";
import { page } from "../page.ts";
import { requireMember } from "../requireMember.ts";

/** Lists the grants in this region, of any account's keys, that a principal of the caller's account may retire. */
export const listRetirableGrants = operation<
  Input<ListRetirableGrantsCommandInput>,
  Output<ListRetirableGrantsCommandOutput>
>({
  service: "kms",
  name: "ListRetirableGrants",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ListRetirableGrants.html",
  readOnly: true,
  access: (context) => [accountAccess(context, "kms:ListRetirableGrants")],
  run: (context, { RetiringPrincipal, ...request }) => {
    const principal = requireMember(RetiringPrincipal, "retiringPrincipal");
    checkPrincipal(principal, context.accountId);
    const asked = context.instance
      .regionsNamed(context.region)
      .flatMap(({ kms }) => kms.keys())
      .flatMap((key) => [...key.grants.values()].map((grant) => shownGrant(context, key, grant)))
      .filter((entry) => entry.RetiringPrincipal === principal);
    const { items, truncation } = page(asked, ({ GrantId: id = "" }) => id, request, 50);
    return { Grants: items, ...truncation };
  },
});

/** No account learns of the grants of another's principals. The wording is not recorded anywhere. */
function checkPrincipal(principal: string, accountId: string): void {
  if (/^arn:aws:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1] === accountId) return;
  throw new AwsError("InvalidArnException", `ARN does not refer to a valid principal: ${principal}`);
}
