import type { Architecture, Runtime } from "@aws-sdk/client-lambda";
import type { DeploymentPackage } from "./deploymentPackage.ts";
import type { EncryptedEnvironment } from "./environmentEncryption.ts";

/** What a function is told about itself. */
export interface FunctionSettings {
  /** ARN of the execution role. */
  readonly role: string;
  readonly runtime: Runtime;
  readonly handler: string;
  readonly description: string;
  /** In seconds. */
  readonly timeout: number;
  /** In MB. */
  readonly memorySize: number;
  readonly architectures: readonly Architecture[];
  /** Size of `/tmp` in MB, which nothing keeps to here. */
  readonly ephemeralStorage: number;
  readonly logGroup: string;
  /** The key that the environment variables are encrypted under; absent: `aws/lambda`. */
  readonly kmsKeyArn?: string;
}

/** A version of a function: it never changes. A change of `$LATEST` puts another one in its place. */
export interface FunctionVersion {
  readonly functionName: string;
  /** ARN of the function, without a qualifier. */
  readonly functionArn: string;
  /** `$LATEST`, or a number. */
  readonly version: string;
  readonly settings: FunctionSettings;
  readonly code: DeploymentPackage;
  /** Absent: the function has no environment variables. */
  readonly environment?: EncryptedEnvironment;
  readonly lastModified: Date;
  readonly revisionId: string;
}

/** The version that changes. */
export const latest = "$LATEST";
