import { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { IAMClient } from "@aws-sdk/client-iam";
import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { STSClient } from "@aws-sdk/client-sts";

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
}

/** AWS clients that act as one principal. Each is made when it is first used, and kept: a principal is one connection. */
export class Session {
  readonly #configuration: ClientConfiguration;
  #cloudtrail?: CloudTrailClient;
  #dynamodb?: DynamoDBClient;
  #iam?: IAMClient;
  #kms?: KMSClient;
  #secretsmanager?: SecretsManagerClient;
  #sts?: STSClient;

  constructor(configuration: ClientConfiguration) {
    this.#configuration = configuration;
  }

  get cloudtrail(): CloudTrailClient {
    return (this.#cloudtrail ??= new CloudTrailClient(this.#configuration));
  }

  get dynamodb(): DynamoDBClient {
    return (this.#dynamodb ??= new DynamoDBClient(this.#configuration));
  }

  get iam(): IAMClient {
    return (this.#iam ??= new IAMClient(this.#configuration));
  }

  get kms(): KMSClient {
    return (this.#kms ??= new KMSClient(this.#configuration));
  }

  get secretsmanager(): SecretsManagerClient {
    return (this.#secretsmanager ??= new SecretsManagerClient(this.#configuration));
  }

  get sts(): STSClient {
    return (this.#sts ??= new STSClient(this.#configuration));
  }

  /** Closes the connections of all clients. */
  close(): void {
    for (const client of [this.#cloudtrail, this.#dynamodb, this.#iam, this.#kms, this.#secretsmanager, this.#sts]) {
      client?.destroy();
    }
  }
}
