import { defaultPort, region } from "./defaults.ts";

/** What there is to know of an embedded AWS that has just started. */
export interface Welcome {
  readonly url: string;
  readonly port: number;
  /** Whether the root secret is the one that everybody knows. */
  readonly isOpen: boolean;
}

/** What `keylab aws start` prints: where it is, what it enforces and what not, and how to use it. */
export function welcome({ url, port, isOpen }: Welcome): string[] {
  const option = port === defaultPort ? "" : ` --port ${port}`;
  return [
    `The embedded AWS runs at ${url}, region ${region}. It is in memory: nothing outlives this process.`,
    "",
    "Enforced:      signatures and unknown credentials; identity policies, permissions boundaries, session policies, key",
    "               policies, role trust policies, policies of secrets and tables, KMS grants and key states; KMS",
    "               permissions of whoever reads a DynamoDB table or a secret under a customer managed key",
    "Not there yet: trails, federation by SAML; what it does not know (operations, parameters, condition keys) it refuses",
    "               by name, and never ignores",
    "Not enforced:  most quotas, throttling, and the time that AWS takes",
    "See docs/embedded-aws.md.",
    "",
    "In another shell, in this folder:",
    `  eval "$(npx keylab aws env${option})"    then aws, pulumi, boto3 and others work as an administrator`,
    `The root user of an account: its 12 digits (or "test" for 000000000000) as access key id, secret ${isOpen ? '"test"' : "as given"}.`,
    "",
    "Ctrl-C stops it.",
  ];
}
