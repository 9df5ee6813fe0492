import type { JSONWebKeySet } from "jose";
import { AuditLog } from "./audit/auditLog.ts";
import { CallLog } from "./audit/callLog.ts";
import { CredentialRegistry } from "./authentication/credentialRegistry.ts";
import { DecisionLog } from "./audit/decisionLog.ts";
import { AuthorizationMessages } from "./services/sts/authorizationMessages.ts";
import { Clock } from "./clock.ts";
import type { Organization } from "./organization.ts";
import type { VpcEndpoint } from "./vpcEndpoint.ts";
import type { Changes, Journal } from "./journal/journal.ts";
import type { StepTask } from "./journal/journalRecord.ts";
import { Tape } from "./journal/tape.ts";
import { RandomSource } from "./randomSource.ts";
import { RequestQuotas } from "./requestQuotas.ts";
import { TrailStore } from "./services/cloudtrail/trailStore.ts";
import { DynamoDbStore } from "./services/dynamodb/dynamoDbStore.ts";
import { Ec2Store } from "./services/ec2/ec2Store.ts";
import { EventBus } from "./services/events/eventBus.ts";
import { EventsStore } from "./services/events/eventsStore.ts";
import { IamStore } from "./services/iam/iamStore.ts";
import { KmsStore } from "./services/kms/kmsStore.ts";
import { ExecutionEnvironments } from "./services/lambda/execution/executionEnvironments.ts";
import { LogsStore } from "./services/logs/logsStore.ts";
import { LambdaStore } from "./services/lambda/lambdaStore.ts";
import { CloudWatchStore } from "./services/cloudwatch/cloudWatchStore.ts";
import { BucketStore } from "./services/s3/bucketStore.ts";
import { RotationStarts } from "./services/secretsmanager/rotationStarts.ts";
import { SecretsStore } from "./services/secretsmanager/secretsStore.ts";
import { AfterAWhile } from "./visibility/afterAWhile.ts";
import { atOnce } from "./visibility/atOnce.ts";
import type { LagSettings } from "./visibility/lagSettings.ts";
import type { Visibility } from "./visibility/visibility.ts";
import { writtenThings } from "./visibility/writtenThings.ts";

/** State of an account in one region. */
export interface RegionState {
  readonly cloudtrail: TrailStore;
  readonly kms: KmsStore;
  readonly dynamodb: DynamoDbStore;
  readonly ec2: Ec2Store;
  readonly events: EventsStore;
  readonly secretsmanager: SecretsStore;
  readonly lambda: LambdaStore;
  readonly logs: LogsStore;
  readonly monitoring: CloudWatchStore;
}

/** State of an account that belongs to no region. */
export interface AccountState {
  readonly iam: IamStore;
  readonly regions: Map<string, RegionState>;
}

/** Identity providers: the issuer as tokens state it (`https://…`) → its keys, which its tokens are verified with. */
export type Issuers = Readonly<Record<string, JSONWebKeySet>>;

/** What lies outside of the accounts. */
export interface InstanceSurroundings {
  readonly organization?: Organization;
  readonly vpcEndpoint?: VpcEndpoint;
  readonly issuers?: Issuers;
  /** Whether requests beyond AWS's quotas are throttled. Default: no. */
  readonly requestQuotas?: boolean;
  /** The time at which the clock stands until it is moved. Default: it runs with the wall clock. */
  readonly clockStandsAt?: Date;
  /** Keeps what changes the instance, and has its clock. Default: nothing is kept. */
  readonly journal?: Journal;
  /** The accounts that there are; the first is the one of the access key id `test`. Default: any. */
  readonly accountIds?: readonly string[];
  /** How long changes take until they are visible. Default: no time. */
  readonly lag?: LagSettings;
}

/** One embedded AWS: accounts that come into being on first use, one clock, one record of all that happened. */
export class Instance {
  /** Absent: nothing is kept. */
  readonly journal?: Journal;
  /** What is random or refused passes through here: a journal notes it. */
  readonly tape: Tape;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly s3: BucketStore;
  readonly audit: AuditLog;
  readonly eventBus: EventBus;
  /** Where Secrets Manager tells that a rotation has begun. */
  readonly rotationStarts = new RotationStarts();
  readonly decisions = new DecisionLog();
  readonly calls = new CallLog();
  readonly credentials = new CredentialRegistry();
  /** Where Lambda functions run. */
  readonly executionEnvironments = new ExecutionEnvironments();
  readonly authorizationMessages: AuthorizationMessages;
  /** The secret access key of every account's root user. */
  readonly rootSecret: string;
  /** Absent: no account belongs to an organization. */
  readonly organization?: Organization;
  /** Absent: requests come over the internet. */
  readonly vpcEndpoint?: VpcEndpoint;
  /** The keys of identity providers, by issuer. */
  readonly issuers: ReadonlyMap<string, JSONWebKeySet>;
  /** Absent: requests are not counted. */
  readonly requestQuotas?: RequestQuotas;
  /** Only these accounts have a root user who is let in. Absent: all have. */
  readonly accountIds?: readonly string[];
  /** Absent: changes are visible at once. */
  readonly lag?: LagSettings;
  /** What decisions see of what has been written. */
  readonly visibility: Visibility;
  readonly #accounts = new Map<string, AccountState>();

  constructor(rootSecret: string, surroundings: InstanceSurroundings = {}) {
    const {
      organization,
      vpcEndpoint,
      issuers = {},
      requestQuotas = false,
      clockStandsAt,
      journal,
      accountIds,
      lag,
    } = surroundings;
    this.rootSecret = rootSecret;
    this.journal = journal;
    this.tape = journal?.tape ?? new Tape();
    this.clock = journal?.clock ?? new Clock(clockStandsAt);
    this.audit = new AuditLog(this.tape);
    this.random = new RandomSource(this.tape);
    this.s3 = new BucketStore(this.random);
    this.eventBus = new EventBus(this.random);
    this.authorizationMessages = new AuthorizationMessages(this.random);
    this.accountIds = accountIds;
    this.lag = lag;
    this.visibility = lag ? new AfterAWhile(lag, this.clock, () => writtenThings(this)) : atOnce;
    this.organization = organization;
    this.vpcEndpoint = vpcEndpoint;
    this.issuers = new Map(Object.entries(issuers));
    if (requestQuotas) this.requestQuotas = new RequestQuotas(this.clock);
  }

  /** Does a task as a step of the journal, where one is kept. @param changes by default it does */
  step<Result>(task: StepTask, run: () => Promise<Result>, changes?: Changes): Promise<Result> {
    return this.journal?.isKept ? this.journal.step(task, run, changes) : run();
  }

  /** Moves the clock, as somebody from outside does. Rejects with a RangeError for what {@link Clock.advance} refuses. */
  advanceClock(milliseconds: number): Promise<Date> {
    return this.step({ kind: "advance", milliseconds }, async () => Promise.resolve(this.clock.advance(milliseconds)));
  }

  /** Ends what runs outside of this process: the environments of Lambda functions. */
  async close(): Promise<void> {
    await this.executionEnvironments.close();
  }

  /**
   * The 12 digits of an account, as access key id, are its root user; `test` is that of the default account, or of the first
   * account that was named. Where accounts were named, no others have a root user: a mistyped id would else be an empty AWS.
   */
  rootAccountOf(accessKeyId: string): string | undefined {
    const { accountIds } = this;
    if (accessKeyId === "test") return accountIds?.[0] ?? defaultAccountId;
    return (accountIds?.includes(accessKeyId) ?? /^\d{12}$/.test(accessKeyId)) ? accessKeyId : undefined;
  }

  account(accountId: string): AccountState {
    const known = this.#accounts.get(accountId);
    if (known) return known;
    const created: AccountState = { iam: new IamStore(accountId, this), regions: new Map() };
    this.#accounts.set(accountId, created);
    return created;
  }

  /** All accounts that have been used. */
  accounts(): AccountState[] {
    return [...this.#accounts.values()];
  }

  /** The same with their ids, in the order of their first use. */
  accountsById(): [string, AccountState][] {
    return [...this.#accounts];
  }

  region(accountId: string, region: string): RegionState {
    const { regions } = this.account(accountId);
    const known = regions.get(region);
    if (known) return known;
    const created: RegionState = {
      cloudtrail: new TrailStore(),
      kms: new KmsStore(accountId, region, this),
      dynamodb: new DynamoDbStore(this.random),
      ec2: new Ec2Store(this.clock),
      events: new EventsStore(),
      secretsmanager: new SecretsStore(accountId, region, this),
      lambda: new LambdaStore(),
      logs: new LogsStore(),
      monitoring: new CloudWatchStore(this),
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

  /** The regions of this name of all accounts that have used it. */
  regionsNamed(region: string): RegionState[] {
    return [...this.#accounts.values()].flatMap(({ regions }) => regions.get(region) ?? []);
  }
}

/** The account of the access key id `test`, unless accounts were named. */
export const defaultAccountId = "000000000000";
