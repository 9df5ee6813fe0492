import { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EC2Client } from "@aws-sdk/client-ec2";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { IAMClient } from "@aws-sdk/client-iam";
import { KMSClient } from "@aws-sdk/client-kms";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { STSClient } from "@aws-sdk/client-sts";
import type { Notes } from "./notes.ts";
import { watchCommands, type CommandWatcher, type WatchableClient } from "./watchCommands.ts";

/** An access key, with a session token where it is temporary. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The settings of an AWS client. `endpoint` is absent on AWS itself. */
export interface ClientConfiguration {
  readonly region: string;
  readonly endpoint?: string;
  readonly credentials: Credentials;
  /** An access test sees the first answer: a client that repeats refused calls by itself would hide it. */
  readonly maxAttempts: number;
  /** `adaptive` asks no faster than throttling lets it. Default: `standard`, as the AWS SDK has it. */
  readonly retryMode?: "standard" | "adaptive";
  /** What the audit trail is told of who calls, beside the AWS SDK. */
  readonly customUserAgent?: string;
  /** Whoever is to hear of every command. Default: nobody. */
  readonly watcher?: CommandWatcher;
}

/** More than the three of the AWS SDK: a burst has to get through a quota of a few requests a second. */
const retryingAttempts = 10;

/** AWS clients that act as one principal, and the notes of the run. Each client is made when it is first used, and kept: a principal is one connection. */
export class Session {
  /** What attempts of the run leave for each other. */
  readonly notes: Notes;
  readonly #configuration: Omit<ClientConfiguration, "watcher">;
  readonly #watcher?: CommandWatcher;
  #cloudtrail?: CloudTrailClient;
  #cloudwatch?: CloudWatchClient;
  #dynamodb?: DynamoDBClient;
  #ec2?: EC2Client;
  #events?: EventBridgeClient;
  #iam?: IAMClient;
  #kms?: KMSClient;
  #lambda?: LambdaClient;
  #logs?: CloudWatchLogsClient;
  #s3?: S3Client;
  #secretsmanager?: SecretsManagerClient;
  #sts?: STSClient;
  #tagging?: ResourceGroupsTaggingAPIClient;
  #retrying?: Session;

  constructor({ watcher, ...configuration }: ClientConfiguration, notes: Notes) {
    this.#configuration = configuration;
    this.#watcher = watcher;
    this.notes = notes;
  }

  get region(): string {
    return this.#configuration.region;
  }

  get cloudtrail(): CloudTrailClient {
    return (this.#cloudtrail ??= this.#watched(new CloudTrailClient(this.#configuration)));
  }

  get cloudwatch(): CloudWatchClient {
    return (this.#cloudwatch ??= this.#watched(new CloudWatchClient(this.#configuration)));
  }

  get dynamodb(): DynamoDBClient {
    return (this.#dynamodb ??= this.#watched(new DynamoDBClient(this.#configuration)));
  }

  get ec2(): EC2Client {
    return (this.#ec2 ??= this.#watched(new EC2Client(this.#configuration)));
  }

  get events(): EventBridgeClient {
    return (this.#events ??= this.#watched(new EventBridgeClient(this.#configuration)));
  }

  get iam(): IAMClient {
    return (this.#iam ??= this.#watched(new IAMClient(this.#configuration)));
  }

  get kms(): KMSClient {
    return (this.#kms ??= this.#watched(new KMSClient(this.#configuration)));
  }

  get lambda(): LambdaClient {
    return (this.#lambda ??= this.#watched(new LambdaClient(this.#configuration)));
  }

  get logs(): CloudWatchLogsClient {
    return (this.#logs ??= this.#watched(new CloudWatchLogsClient(this.#configuration)));
  }

  /** Buckets stand in the path: nothing else resolves their names at an endpoint of this machine. */
  get s3(): S3Client {
    return (this.#s3 ??= this.#watched(
      new S3Client({
        ...this.#configuration,
        forcePathStyle: this.#configuration.endpoint !== undefined,
      }),
    ));
  }

  get secretsmanager(): SecretsManagerClient {
    return (this.#secretsmanager ??= this.#watched(new SecretsManagerClient(this.#configuration)));
  }

  get sts(): STSClient {
    return (this.#sts ??= this.#watched(new STSClient(this.#configuration)));
  }

  get tagging(): ResourceGroupsTaggingAPIClient {
    return (this.#tagging ??= new ResourceGroupsTaggingAPIClient(this.#configuration));
  }

  /**
   * The same principal, whose clients repeat by themselves what AWS throttles: with growing pauses, as the AWS SDK does.
   * Source: AWS SDKs and Tools Reference Guide, "Retry behavior".
   */
  get retrying(): Session {
    return (this.#retrying ??= new Session(
      { ...this.#configuration, maxAttempts: retryingAttempts, watcher: this.#watcher },
      this.notes,
    ));
  }

  #watched<Client extends WatchableClient>(client: Client): Client {
    if (this.#watcher) watchCommands(client, this.#watcher);
    return client;
  }

  /** The clients of somebody else in the same place, who begin with the same notes. */
  as(credentials: Credentials): Session {
    return new Session({ ...this.#configuration, credentials }, this.notes);
  }

  /** Closes the connections of all clients. */
  close(): void {
    this.#retrying?.close();
    const made = [
      this.#cloudtrail,
      this.#cloudwatch,
      this.#dynamodb,
      this.#ec2,
      this.#events,
      this.#iam,
      this.#kms,
      this.#lambda,
      this.#logs,
      this.#s3,
      this.#secretsmanager,
      this.#sts,
      this.#tagging,
    ];
    for (const client of made) client?.destroy();
  }
}
