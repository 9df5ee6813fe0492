import type { LagSettings } from "../../targets/lagSettings.ts";
import type { ChaosSettings } from "./chaosRates.ts";
import { defaultAccountId, defaultPort, region } from "./defaults.ts";
import { chaosText } from "./chaosText.ts";
import { lagText } from "./lagText.ts";

/** What there is to know of an embedded AWS that has just started. */
export interface Welcome {
  readonly url: string;
  readonly port: number;
  /** Whether the root secret is the one that everybody knows. */
  readonly isOpen: boolean;
  /** The folder that keeps the state; absent: nothing does. */
  readonly data?: string;
  readonly requestQuotas?: boolean;
  readonly lag?: LagSettings;
  readonly chaos?: ChaosSettings;
  readonly clockStandsAt?: Date;
  readonly accountIds?: readonly string[];
}

/** What `keylab aws start` prints: where it is, what it enforces and what not, and how to use it. */
export function welcome({ url, port, isOpen, data, ...settings }: Welcome): string[] {
  const option = port === defaultPort ? "" : ` --port ${port}`;
  return [
    `The embedded AWS runs at ${url}, region ${region}. ${whereItIs(data)}`,
    "",
    "Enforced:      signatures and unknown credentials; identity policies, permissions boundaries, session policies, key",
    "               policies, role trust policies, policies of secrets and tables, KMS grants and key states; KMS",
    "               permissions of whoever reads a DynamoDB table or a secret under a customer managed key",
    "Not there yet: what it does not know (operations, parameters, condition keys) it refuses by name, and never ignores",
    `Quotas:        ${settings.requestQuotas ? "on" : "off"}; the clock ${clock(settings.clockStandsAt)}; accounts: ${settings.accountIds?.join(", ") ?? "any"}`,
    `Lag:           ${settings.lag ? lagText(settings.lag) : "off"}`,
    `Chaos:         ${settings.chaos ? chaosText(settings.chaos) : "off"}`,
    "Not enforced:  what is off, some quotas; what is missing is in docs/compatibility.md. See docs/embedded-aws.md.",
    "",
    "In another shell, in this folder:",
    `  eval "$(npx keylab aws env${option})"    then aws, pulumi, boto3 and others work as an administrator`,
    `  npx keylab aws events --follow${option}    shows each call as it ends; npx keylab aws stop${option} stops it`,
    `The root user of an account: its 12 digits (or "test" for ${settings.accountIds?.[0] ?? defaultAccountId}) as access key id, secret ${isOpen ? '"test"' : "as given"}.`,
    "",
    "Ctrl-C stops it.",
  ];
}

function whereItIs(data: string | undefined): string {
  return data === undefined
    ? "It is in memory: nothing outlives this process."
    : `Its state is kept in ${data}: every write that was answered is there after a restart.`;
}

function clock(standsAt: Date | undefined): string {
  return standsAt ? `stands at ${standsAt.toISOString()}` : "runs";
}
