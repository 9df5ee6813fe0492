import type { AwsStatus } from "../../targets/awsStatus.ts";
import { chaosText } from "./chaosText.ts";
import { counted } from "./counted.ts";
import { lagText } from "./lagText.ts";

/** What `keylab aws status` prints. */
export function statusLines(url: string, status: AwsStatus): string[] {
  const { pid, uptimeSeconds, version, clock, onlyAccounts, accounts, requestQuotas, lag, chaos } = status;
  return [
    `The embedded AWS runs at ${url} (process ${pid}, version ${version}, for ${uptimeSeconds} s).`,
    `Clock     ${clock.now}, ${clock.runs ? "running" : "standing still"}`,
    "Enforced  signatures, policies, grants, key states, KMS as the caller",
    `Quotas    ${requestQuotas ? "on" : "off"}`,
    `Lag       ${lag ? lagText(lag) : "off"}`,
    `Chaos     ${chaos ? chaosText(chaos.settings) : "off"}`,
    ...(chaos ? [`          so far ${countsText(chaos.counts)}`] : []),
    `Accounts  ${onlyAccounts ? `only ${onlyAccounts.join(", ")}` : "any"}`,
    ...accounts.map(({ id, ...counts }) => `          ${id}: ${contentText(counts)}`),
  ];
}

function contentText({ users, roles, keys, tables, secrets }: Omit<AwsStatus["accounts"][number], "id">): string {
  return [
    counted(users, "user"),
    counted(roles, "role"),
    counted(keys, "key"),
    counted(tables, "table"),
    counted(secrets, "secret"),
  ].join(", ");
}

function countsText(counts: NonNullable<AwsStatus["chaos"]>["counts"]): string {
  const { requests, throttled, failed, droppedBefore, droppedAfter, slowed } = counts;
  const drops = `${droppedBefore} dropped before and ${droppedAfter} after they ran`;
  return `of ${counted(requests, "request")} ${throttled} throttled, ${failed} failed, ${drops}, ${slowed} slowed`;
}
