/** Something that is there, as the inventory tells it or an ARN names it. */
export interface Found {
  readonly kind: Kind;
  /** What AWS calls it: a name, an ARN or an id, as the operation that removes it wants it. */
  readonly id: string;
  /** Empty for what has no name: keys, and volumes and snapshots without the tag `Name`. */
  readonly name: string;
  /** Where it is; that of the session for what has no region of its own. */
  readonly region: string;
  /** As the inventory has it. */
  readonly item: string;
}

const kinds = [
  { kind: "alarm", pattern: /^arn:[^:]+:cloudwatch:.*:alarm:(?<id>(?<name>.+))$/ },
  { kind: "event rule", pattern: /^arn:[^:]+:events:.*:rule\/(?<id>(?<name>.+))$/ },
  { kind: "alias", pattern: /^arn:[^:]+:kms:.*:(?<id>alias\/(?<name>.+))$/ },
  { kind: "function", pattern: /^arn:[^:]+:lambda:.*:function:(?<id>(?<name>[^:]+))$/ },
  { kind: "trail", pattern: /^(?<id>arn:[^:]+:cloudtrail:.*:trail\/(?<name>.+))$/ },
  { kind: "backup", pattern: /^(?<id>arn:[^:]+:dynamodb:.*:table\/(?<name>[^/]+)\/backup\/.+)$/ },
  { kind: "table", pattern: /^(?:arn:[^:]+:dynamodb:.*:)?table\/(?<id>(?<name>[^/]+))$/ },
  { kind: "secret", pattern: /^(?<id>arn:[^:]+:secretsmanager:.*:secret:(?<name>.+)-\w{6})$/ },
  { kind: "volume", pattern: /^(?:arn:[^:]+:ec2:.*:)?volume\/(?<id>vol-\w+)(?: (?<name>.+))?$/ },
  { kind: "snapshot", pattern: /^(?:arn:[^:]+:ec2:.*:)?snapshot\/(?<id>snap-\w+)(?: (?<name>.+))?$/ },
  { kind: "bucket", pattern: /^(?:arn:[^:]+:s3:::|bucket\/)(?<id>(?<name>[^/]+))$/ },
  { kind: "log group", pattern: /^arn:[^:]+:logs:.*:log-group:(?<id>(?<name>[^:]+))(?::\*)?$/ },
  { kind: "key", pattern: /^(?<id>arn:[^:]+:kms:.*:key\/.+)(?<name>)$/ },
  { kind: "user", pattern: /^arn:[^:]+:iam::.*:user\/(?:.*\/)?(?<id>(?<name>[^/]+))$/ },
  { kind: "role", pattern: /^arn:[^:]+:iam::.*:role\/(?:.*\/)?(?<id>(?<name>[^/]+))$/ },
  { kind: "policy", pattern: /^(?<id>arn:[^:]+:iam::.*:policy\/(?:.*\/)?(?<name>[^/]+))$/ },
] as const;

/**
 * The kinds of things that scenarios make, in the order in which they can be removed without locking anybody out: an alias
 * before its key, what is encrypted before its key, and whoever alone may use a key after it.
 */
export const kindsInOrder = kinds.map(({ kind }) => kind);

export type Kind = (typeof kinds)[number]["kind"];

/** What an entry of an inventory, or an ARN, stands for. Nothing for what is no resource of its own, such as the password policy. */
export function foundOf(item: string, region: string): Found | undefined {
  for (const { kind, pattern } of kinds) {
    const { id, name = "" } = pattern.exec(item)?.groups ?? {};
    if (id !== undefined) return { kind, id, name, region, item };
  }
  return undefined;
}

/** The same for the same thing, whether the inventory tells it or an ARN names it. */
export function keyOfFound({ kind, id, region }: Found): string {
  return `${isGlobal.has(kind) ? "" : region} ${kind} ${id}`;
}

/** IAM has no regions, and the names of buckets are there once in the world. */
const isGlobal: ReadonlySet<Kind> = new Set<Kind>(["bucket", "user", "role", "policy"]);
