import { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EC2Client } from "@aws-sdk/client-ec2";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { IAMClient } from "@aws-sdk/client-iam";
import { KMSClient } from "@aws-sdk/client-kms";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { STSClient } from "@aws-sdk/client-sts";
import { nameOperation } from "./nameOperation.ts";
import { poll } from "./poll.ts";

/** An AWS endpoint, and as whom to speak to it. */
export interface Connection {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  /**
   * How long what was just made may be unknown elsewhere, in milliseconds. Default: two minutes on AWS, not at all on this
   * machine.
   */
  readonly propagation?: number;
  /** How long to wait until what was made is ready, in milliseconds. Default: ten minutes. */
  readonly readiness?: number;
}

/** As long as AWS may take to create a table or to encrypt it anew. */
const READY_TIMEOUT = 600_000;
/** Two minutes: IAM's changes reach other services within that time, says the official provider. */
const PROPAGATION_TIMEOUT = 120_000;

/**
 * AWS as a resource type sees it: one region, one client a service. Each client is made when it is first used and then
 * kept. Nothing comes from the environment, from `~/.aws` or from a metadata service.
 */
export class Aws {
  readonly region: string;
  readonly #connection: Omit<Connection, "propagation" | "readiness">;
  readonly #propagation: number;
  readonly #readiness: number;
  readonly #signal: AbortSignal;
  #kms?: KMSClient;
  #iam?: IAMClient;
  #cloudTrail?: CloudTrailClient;
  #cloudWatch?: CloudWatchClient;
  #dynamodb?: DynamoDBClient;
  #ec2?: EC2Client;
  #events?: EventBridgeClient;
  #lambda?: LambdaClient;
  #logs?: CloudWatchLogsClient;
  #s3?: S3Client;
  #secretsManager?: SecretsManagerClient;
  #sts?: STSClient;

  constructor({ propagation, readiness = READY_TIMEOUT, ...connection }: Connection, signal: AbortSignal) {
    this.region = connection.region;
    this.#connection = connection;
    this.#propagation = propagation ?? (isLocal(connection) ? 0 : PROPAGATION_TIMEOUT);
    this.#readiness = readiness;
    this.#signal = signal;
  }

  get kms(): KMSClient {
    return (this.#kms ??= nameOperation("kms", new KMSClient(this.#options())));
  }

  /** KMS of another region, for a single call; whoever asks for the client destroys it. */
  kmsIn(region: string): KMSClient {
    return nameOperation("kms", new KMSClient({ ...this.#options(), region }));
  }

  get iam(): IAMClient {
    return (this.#iam ??= nameOperation("iam", new IAMClient(this.#options())));
  }

  get cloudTrail(): CloudTrailClient {
    return (this.#cloudTrail ??= nameOperation("cloudtrail", new CloudTrailClient(this.#options())));
  }

  get cloudWatch(): CloudWatchClient {
    return (this.#cloudWatch ??= nameOperation("cloudwatch", new CloudWatchClient(this.#options())));
  }

  get dynamodb(): DynamoDBClient {
    return (this.#dynamodb ??= nameOperation(
      "dynamodb",
      new DynamoDBClient({
        ...this.#options(),
        accountIdEndpointMode: "disabled",
        endpointDiscoveryEnabled: false,
      }),
    ));
  }

  get ec2(): EC2Client {
    return (this.#ec2 ??= nameOperation("ec2", new EC2Client(this.#options())));
  }

  get events(): EventBridgeClient {
    return (this.#events ??= nameOperation("events", new EventBridgeClient(this.#options())));
  }

  get lambda(): LambdaClient {
    return (this.#lambda ??= nameOperation("lambda", new LambdaClient(this.#options())));
  }

  get logs(): CloudWatchLogsClient {
    return (this.#logs ??= nameOperation("logs", new CloudWatchLogsClient(this.#options())));
  }

  /** The name of a bucket stands in the path: an endpoint on this machine has no names of hosts for buckets. */
  get s3(): S3Client {
    return (this.#s3 ??= nameOperation(
      "s3",
      new S3Client({
        ...this.#options(),
        forcePathStyle: true,
        useArnRegion: false,
        disableMultiregionAccessPoints: true,
        disableS3ExpressSessionAuth: true,
        requestChecksumCalculation: "WHEN_SUPPORTED",
        responseChecksumValidation: "WHEN_SUPPORTED",
      }),
    ));
  }

  get secretsManager(): SecretsManagerClient {
    return (this.#secretsManager ??= nameOperation("secretsmanager", new SecretsManagerClient(this.#options())));
  }

  get sts(): STSClient {
    return (this.#sts ??= nameOperation("sts", new STSClient(this.#options())));
  }

  /** Waits until there is something to see, e.g. an active table. */
  until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    return poll(what, look, { timeout: this.#readiness, signal: this.#signal });
  }

  /**
   * Repeats a call while AWS answers with an error that passes by itself: what was just made is not known everywhere
   * yet. Where everything is known at once such an error is final.
   */
  eventually<T>(what: string, call: () => Promise<T>, passes: (error: unknown) => boolean): Promise<T> {
    const look = async () => {
      try {
        return { answer: await call() };
      } catch (error) {
        if (this.#propagation === 0 || !passes(error)) {
          throw error;
        }
        return undefined;
      }
    };
    const patience = { timeout: this.#propagation, signal: this.#signal };
    return poll(what, look, patience).then(({ answer }) => answer);
  }

  /** Closes the connections of its clients. */
  close(): void {
    const clients = [
      this.#kms,
      this.#iam,
      this.#cloudTrail,
      this.#cloudWatch,
      this.#dynamodb,
      this.#ec2,
      this.#events,
      this.#lambda,
      this.#logs,
      this.#s3,
      this.#secretsManager,
      this.#sts,
    ];
    for (const client of clients) {
      client?.destroy();
    }
  }

  /** What is not said here, the SDK would read from the environment or from `~/.aws`. */
  #options() {
    return {
      ...this.#connection,
      maxAttempts: 5,
      retryMode: "standard",
      defaultsMode: "standard" as const,
      useDualstackEndpoint: false,
      useFipsEndpoint: false,
      userAgentAppId: "",
      authSchemePreference: [],
    };
  }
}

function isLocal({ endpoint }: Pick<Connection, "endpoint">): boolean {
  const { hostname } = new URL(endpoint);
  return hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
}
