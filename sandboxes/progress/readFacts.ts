import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  ListGrantsCommand,
} from "@aws-sdk/client-kms";
import { DescribeSecretCommand } from "@aws-sdk/client-secrets-manager";
import * as z from "zod";
import type { Found, Kind } from "../../runner/inventory/found.ts";
import { isGone } from "../../runner/isGone.ts";
import { readRefusal } from "../../runner/readRefusal.ts";
import type { Session } from "../../scenarios/contract/session.ts";
import type { Facts, KeyFacts, SecretFacts, TableFacts } from "./facts.ts";
import type { StudentEvent } from "./studentEvent.ts";

/** What a sandbox is asked about. */
export interface FactsOrder {
  /** The id of the lease. */
  readonly lease: string;
  readonly holdings: readonly Found[];
  /** Of the whole class. */
  readonly events: readonly StudentEvent[];
  readonly now: Date;
}

/** How a sandbox stands, and what was done in it. What is gone meanwhile, or hidden from the instructor, is left out. */
export async function readFacts(session: Session, { lease, holdings, events, now }: FactsOrder): Promise<Facts> {
  const of = (kind: Kind) => holdings.filter((found) => found.kind === kind);
  const [keys, tables, secrets] = await Promise.all([
    Promise.all(of("key").map(async (found) => keyFacts(session, found.id, lease))),
    Promise.all(of("table").map(async (found) => tableFacts(session, found.id))),
    Promise.all(of("secret").map(async (found) => secretFacts(session, found.id))),
  ]);
  return {
    holdings,
    events: events.filter((event) => event.lease === lease),
    keys,
    tables: tables.flatMap((table) => table ?? []),
    secrets: secrets.flatMap((secret) => secret ?? []),
    now: now.toISOString(),
  };
}

async function keyFacts({ kms }: Session, KeyId: string, lease: string): Promise<KeyFacts> {
  const [described, rotation, policy, grants] = await Promise.all([
    seen(kms.send(new DescribeKeyCommand({ KeyId }))),
    seen(kms.send(new GetKeyRotationStatusCommand({ KeyId }))),
    seen(kms.send(new GetKeyPolicyCommand({ KeyId }))),
    seen(kms.send(new ListGrantsCommand({ KeyId }))),
  ]);
  const grantees = (grants?.Grants ?? []).flatMap(({ GranteePrincipal = "", Operations = [] }) =>
    Operations.includes("Decrypt") ? [GranteePrincipal] : [],
  );
  const arns = [...decrypters(policy?.Policy ?? "{}"), ...grantees];
  const names = arns.map((arn) => arn.slice(arn.lastIndexOf("/") + 1)).filter((name) => name.startsWith(`${lease}-`));
  return {
    arn: KeyId,
    state: described?.KeyMetadata?.KeyState ?? "Hidden",
    rotates: rotation?.KeyRotationEnabled === true,
    users: [...new Set(names)].map((name) => name.slice(lease.length + 1)),
  };
}

async function tableFacts({ dynamodb }: Session, TableName: string): Promise<TableFacts | undefined> {
  const answer = await seen(dynamodb.send(new DescribeTableCommand({ TableName })));
  return answer && { name: TableName, keyArn: answer.Table?.SSEDescription?.KMSMasterKeyArn };
}

async function secretFacts({ secretsmanager }: Session, SecretId: string): Promise<SecretFacts | undefined> {
  const answer = await seen(secretsmanager.send(new DescribeSecretCommand({ SecretId })));
  return answer && { arn: SecretId, key: answer.KmsKeyId };
}

const oneOrMany = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const keyPolicy = z.object({
  Statement: z
    .array(
      z.object({
        Effect: z.string(),
        Principal: z.object({ AWS: oneOrMany.optional() }).optional().catch(undefined),
        Action: oneOrMany.optional(),
      }),
    )
    .default([]),
});

/** The ARNs to which a key policy gives kms:Decrypt. */
function decrypters(document: string): string[] {
  const { data } = keyPolicy.safeParse(JSON.parse(document));
  return (data?.Statement ?? [])
    .filter(({ Effect, Action = [] }) => Effect === "Allow" && Action.some((action) => isDecrypt.test(action)))
    .flatMap(({ Principal }) => Principal?.AWS ?? []);
}

const isDecrypt = /^(?:\*|kms:(?:\*|De\*|Dec\*|Decrypt))$/i;

/** Nothing of what is gone, or is hidden, or cannot be asked of such a key. */
async function seen<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    const refusal = readRefusal(error);
    if (isGone(error) || refusal?.denial || refusal?.code === "UnsupportedOperationException") return undefined;
    if (refusal?.code === "KMSInvalidStateException") return undefined;
    throw error;
  }
}
