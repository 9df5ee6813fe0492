import { isForPeople } from "./credentialsFile.ts";
import type { PersonSettings, WorkshopSettings } from "./workshopSchema.ts";

/** Somebody who can try something. */
interface Person {
  /** As whom the AWS CLI speaks. */
  readonly profile: string;
  readonly keyUser: boolean;
  /** The names of their managed policies. */
  readonly policies: readonly string[];
}

const databases = ["AmazonDynamoDBFullAccess", "AmazonDynamoDBReadOnlyAccess"];
const secretStores = ["SecretsManagerReadWrite"];
/** Managed policies that do not allow encrypting and decrypting. Source: AWS Managed Policy Reference. */
const withoutKeys = [...databases, ...secretStores, "AmazonS3FullAccess", "AmazonS3ReadOnlyAccess"];

/**
 * Commands of the AWS CLI that show who can read and who cannot, by the sentence that says how each ends. Only what the settings
 * tell for sure: nobody is named who has statements of their own, a boundary, or a policy of whose rights nothing is known here, and nobody
 * at all where the key has statements of its own.
 */
export function commandsToTry(settings: WorkshopSettings): Record<string, string> {
  const { key, roles = [], users = [] } = settings;
  if (key.statements !== undefined) return {};
  const person = (profile: string, { keyUser = false, policyArns = [] }: PersonSettings) => ({
    profile,
    keyUser: keyUser || (key.users ?? []).some((arn) => arn.endsWith(`/${profile}`)),
    policies: policyArns.map(policyName),
  });
  const people = [
    ...users.filter(isPlain).map((user) => person(user.userName, user)),
    ...roles.filter((role) => isPlain(role) && isForPeople(role)).map((role) => person(role.roleName, role)),
  ];
  return Object.fromEntries(people.flatMap((who) => [...keyCommands(who, settings), ...dataCommands(who, settings)]));
}

function isPlain({ policyArns = [], statements, ...others }: PersonSettings): boolean {
  const known = policyArns.every((arn) => withoutKeys.includes(policyName(arn)));
  return known && statements === undefined && !("permissionsBoundary" in others);
}

function policyName(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

function keyCommands({ profile, keyUser }: Person, { key }: WorkshopSettings): [string, string][] {
  // Base64, as version 2 of the AWS CLI takes it.
  const command = `aws kms encrypt --key-id alias/${key.alias} --plaintext bGV0dGVy --profile ${profile}`;
  const ends = keyUser ? "encrypts with" : "is refused kms:Encrypt on";
  return [[`${profile} ${ends} the key ${key.alias}`, command]];
}

function dataCommands({ profile, keyUser, policies }: Person, settings: WorkshopSettings): [string, string][] {
  const { tables = [], secrets = [] } = settings;
  const reads = (allowed: boolean) => (allowed ? "reads" : "is refused kms:Decrypt on");
  const ofTables = tables.flatMap(({ tableName, encryption = "customer-managed", items: [item] = [] }) => {
    if (item === undefined || !policies.some((policy) => databases.includes(policy))) return [];
    const key = shellWord(JSON.stringify({ id: { S: item.id } }));
    const command = `aws dynamodb get-item --table-name ${tableName} --key ${key} --profile ${profile}`;
    return [
      [`${profile} ${reads(keyUser || encryption !== "customer-managed")} the table ${tableName}`, command] as const,
    ];
  });
  const ofSecrets = secrets.flatMap(({ secretName }) => {
    if (!policies.some((policy) => secretStores.includes(policy))) return [];
    const command = `aws secretsmanager get-secret-value --secret-id ${secretName} --profile ${profile}`;
    return [[`${profile} ${reads(keyUser)} the secret ${secretName}`, command] as const];
  });
  return [...ofTables, ...ofSecrets].map(([sentence, command]) => [sentence, command]);
}

/** A text as one word of a POSIX shell. */
function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
