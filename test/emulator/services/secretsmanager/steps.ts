/** An answer, with a `<placeholder>` for the id of each version. */
export type Answer = Readonly<Record<string, unknown>>;

/** Calls Secrets Manager over the wire. */
export type Call = (operation: string, body: object) => Promise<Answer>;

/** One call: the name of its recorded answer (empty where none was kept), the operation, and what is sent. */
export type Step = readonly [recordedAs: string, operation: string, body: object];

/** The id of a version, counted from 1. */
export function token(version: number): string {
  return `${version}`.repeat(8) + "-0000-4000-8000-000000000000";
}

/** The name of the secret of most recordings. */
export const SecretId = "a/secret";

// The operations, each with what most recordings have sent.
export const create = (recordedAs: string, SecretString = "S1", more: object = {}): Step => [
  recordedAs,
  "CreateSecret",
  { Name: SecretId, SecretString, ClientRequestToken: token(1), ...more },
];
export const put = (
  recordedAs: string,
  version: number,
  SecretString: string,
  VersionStages?: readonly string[],
): Step => [
  recordedAs,
  "PutSecretValue",
  { SecretId, SecretString, ClientRequestToken: token(version), VersionStages },
];
export const update = (recordedAs: string, version: number, body: object): Step => [
  recordedAs,
  "UpdateSecret",
  { SecretId, ClientRequestToken: token(version), ...body },
];
export const get = (recordedAs: string, body: object = {}): Step => [
  recordedAs,
  "GetSecretValue",
  { SecretId, ...body },
];
export const describe = (recordedAs: string): Step => [recordedAs, "DescribeSecret", { SecretId }];
export const versions = (recordedAs: string, body: object = {}): Step => [
  recordedAs,
  "ListSecretVersionIds",
  { SecretId, ...body },
];
export const move = (recordedAs: string, from: number, to: number): Step => [
  recordedAs,
  "UpdateSecretVersionStage",
  { SecretId, VersionStage: "AWSCURRENT", RemoveFromVersionId: token(from), MoveToVersionId: token(to) },
];
export const remove = (recordedAs: string, body: object = { ForceDeleteWithoutRecovery: true }): Step => [
  recordedAs,
  "DeleteSecret",
  { SecretId, ...body },
];
export const tag = (recordedAs: string, ...keys: string[]): Step => [
  recordedAs,
  "TagResource",
  { SecretId, Tags: keys.map((Key) => ({ Key, Value: Key.replace("tag", "value") })) },
];
export const untag = (recordedAs: string, ...TagKeys: string[]): Step => [
  recordedAs,
  "UntagResource",
  { SecretId, TagKeys },
];
