/**
 * What an embedded AWS has from the start. Policies are JSON texts, in which `{{key <name>}}`, `{{secret <name>}}` and
 * `{{table <name>}}` stand for the ARN of what the seed makes, in another account `{{key <account>/<name>}}`.
 */
export interface Seed {
  /** By account id. */
  readonly accounts: Readonly<Record<string, SeedAccount>>;
}

/** What is in one account; keys, tables and secrets in one region of it. */
export interface SeedAccount {
  /** Default: `us-east-1`. */
  readonly region?: string;
  /** Managed policies of the account's own, by name. */
  readonly managedPolicies?: Readonly<Record<string, string>>;
  readonly groups?: Readonly<Record<string, SeedPolicies>>;
  readonly users?: Readonly<Record<string, SeedUser>>;
  readonly roles?: Readonly<Record<string, SeedRole>>;
  /** By the name of their alias, without `alias/`. */
  readonly keys?: Readonly<Record<string, SeedKey>>;
  readonly tables?: Readonly<Record<string, SeedTable>>;
  readonly secrets?: Readonly<Record<string, SeedSecret>>;
}

type Tags = Readonly<Record<string, string>>;

/** The policies of a user, role or group. */
export interface SeedPolicies {
  /** Inline policies, by name. */
  readonly policies?: Readonly<Record<string, string>>;
  /** Managed policies: an ARN, the name of one of the account's own, or else the name of one of AWS's. */
  readonly managedPolicies?: readonly string[];
}

/** What a user or role has. */
interface SeedIdentity extends SeedPolicies {
  /** A managed policy, named as above. */
  readonly permissionsBoundary?: string;
  readonly tags?: Tags;
}

export interface SeedUser extends SeedIdentity {
  readonly groups?: readonly string[];
  readonly accessKeys?: readonly SeedAccessKey[];
}

/** An access key, with both parts given or both made. */
export interface SeedAccessKey {
  readonly id?: string;
  readonly secret?: string;
}

export interface SeedRole extends SeedIdentity {
  readonly trustPolicy: string;
}

/** A KMS key. Without a policy it has the one that the console writes for its administrators and users. */
export interface SeedKey {
  readonly description?: string;
  readonly policy?: string;
  /** ARNs, or `user/<name>` and `role/<name>` of the account. */
  readonly administrators?: readonly string[];
  /** As administrators. */
  readonly users?: readonly string[];
  /** Whether it rotates every year. Default: no. */
  readonly rotation?: boolean;
  readonly tags?: Tags;
}

/** An attribute of a table's key. */
export interface SeedAttribute {
  readonly name: string;
  /** Default: `S`. */
  readonly type?: "S" | "N" | "B";
}

export interface SeedTable {
  readonly partitionKey: SeedAttribute;
  readonly sortKey?: SeedAttribute;
  /** `aws-owned` (the default), `aws-managed`, the name of a key of the account, or the ARN of any. */
  readonly encryption?: string;
  /** Plain values: texts, numbers, booleans, null, lists, and mappings. */
  readonly items?: readonly Readonly<Record<string, unknown>>[];
  readonly tags?: Tags;
}

export interface SeedSecret {
  readonly value: string;
  readonly description?: string;
  /** `aws-managed` (the default), the name of a key of the account, or the ARN of any. */
  readonly encryption?: string;
  readonly policy?: string;
  readonly tags?: Tags;
}

/** Access keys that a seed has made: their secrets are told this once. */
export interface Seeded {
  readonly accessKeys: readonly {
    readonly accountId: string;
    readonly userName: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
  }[];
}
