import { AuditLog } from "./audit/auditLog.ts";
import type { Credential } from "./authentication/authenticate.ts";
import { DecisionLog } from "./audit/decisionLog.ts";
import { Clock } from "./clock.ts";
import type { Organization } from "./organization.ts";
import { RandomSource } from "./randomSource.ts";
import { DynamoDbStore } from "./services/dynamodb/dynamoDbStore.ts";
import { IamStore } from "./services/iam/iamStore.ts";
import { KmsStore } from "./services/kms/kmsStore.ts";
import { SecretsStore } from "./services/secretsmanager/secretsStore.ts";

/** State of an account in one region. */
export interface RegionState {
  readonly kms: KmsStore;
  readonly dynamodb: DynamoDbStore;
  readonly secretsmanager: SecretsStore;
}

/** State of an account that belongs to no region. */
export interface AccountState {
  readonly iam: IamStore;
  readonly regions: Map<string, RegionState>;
}

/** Knows access keys that IAM or STS has made. */
export class CredentialRegistry {
  readonly #lookups = new Map<string, () => Credential | undefined>();

  /** `lookup` is asked at each use: it returns nothing while the key is inactive. */
  register(accessKeyId: string, lookup: () => Credential | undefined): void {
    this.#lookups.set(accessKeyId, lookup);
  }

  remove(accessKeyId: string): void {
    this.#lookups.delete(accessKeyId);
  }

  find(accessKeyId: string): Credential | undefined {
    return this.#lookups.get(accessKeyId)?.();
  }
}

/** One embedded AWS: accounts that come into being on first use, one clock, one record of all that happened. */
export class Instance {
  readonly clock = new Clock();
  readonly random = new RandomSource();
  readonly audit = new AuditLog();
  readonly decisions = new DecisionLog();
  readonly credentials = new CredentialRegistry();
  /** The secret access key of every account's root user. */
  readonly rootSecret: string;
  /** Absent: no account belongs to an organization. */
  readonly organization?: Organization;
  readonly #accounts = new Map<string, AccountState>();

  constructor(rootSecret: string, organization?: Organization) {
    this.rootSecret = rootSecret;
    this.organization = organization;
  }

  /** Any 12-digit access key id is the root user of that account, and `test` that of the default account. */
  rootAccountOf(accessKeyId: string): string | undefined {
    if (accessKeyId === "test") return defaultAccountId;
    return /^\d{12}$/.test(accessKeyId) ? accessKeyId : undefined;
  }

  account(accountId: string): AccountState {
    const known = this.#accounts.get(accountId);
    if (known) return known;
    const created: AccountState = { iam: new IamStore(accountId, this), regions: new Map() };
    this.#accounts.set(accountId, created);
    return created;
  }

  region(accountId: string, region: string): RegionState {
    const { regions } = this.account(accountId);
    const known = regions.get(region);
    if (known) return known;
    const created: RegionState = {
      kms: new KmsStore(accountId, region, this),
      dynamodb: new DynamoDbStore(this.random),
      secretsmanager: new SecretsStore(accountId, region, this),
    };
    regions.set(region, created);
    return created;
  }

  /** An account that has been used; asking makes none. */
  findAccount(accountId: string): AccountState | undefined {
    return this.#accounts.get(accountId);
  }

  /** A region that has been used by an account; asking makes neither. */
  findRegion(accountId: string, region: string): RegionState | undefined {
    return this.findAccount(accountId)?.regions.get(region);
  }
}

/** The account of the access key id `test`. */
export const defaultAccountId = "000000000000";
