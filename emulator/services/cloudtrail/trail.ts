import type { AdvancedEventSelector, EventSelector } from "@aws-sdk/client-cloudtrail";
import type { CloudTrailEvent } from "../../audit/cloudTrailEvent.ts";
import type { Input } from "../../operation.ts";

/** A log group that a trail writes to, and the role that it does so with. */
export interface LogDestination {
  /** With `:*`, as requests state it. */
  readonly logGroupArn: string;
  readonly roleArn: string;
}

/** What can be set of a trail. */
export interface TrailSettings {
  readonly bucketName: string;
  readonly keyPrefix?: string;
  readonly kmsKeyArn?: string;
  readonly includesGlobalServiceEvents: boolean;
  readonly isMultiRegion: boolean;
  readonly validatesLogFiles: boolean;
  readonly logDestination?: LogDestination;
}

/** Which events a trail records: by selectors of one kind. */
export interface TrailSelectors {
  readonly basic?: readonly Input<EventSelector>[];
  readonly advanced?: readonly Input<AdvancedEventSelector>[];
}

/** How the last attempt to deliver ended. */
export interface DeliveryStatus {
  readonly attemptedAt: Date;
  /** The code of the error that it ended with, as S3 or CloudWatch Logs calls it; absent: it succeeded. */
  readonly error?: string;
}

/** A delivered log file, as the next digest tells of it. */
export interface LoggedFile {
  readonly s3Bucket: string;
  readonly s3Object: string;
  readonly hashValue: string;
  readonly hashAlgorithm: "SHA-256";
  readonly newestEventTime: string;
  readonly oldestEventTime: string;
}

/** A delivered digest, as the next one tells of it. */
export interface Digest {
  readonly bucket: string;
  readonly object: string;
  readonly hash: string;
  readonly signature: string;
  readonly endedAt: Date;
}

/** The digests of a region: the last one, and what the next one tells of. */
export interface DigestChain {
  last?: Digest;
  readonly beganAt: Date;
  files: LoggedFile[];
}

/** How far a trail has come with its deliveries. */
export interface TrailProgress {
  lastDelivery?: DeliveryStatus;
  lastDeliveredAt?: Date;
  lastDigest?: DeliveryStatus;
  lastDigestAt?: Date;
  lastLogDelivery?: DeliveryStatus;
  lastLogDeliveryAt?: Date;
  /** By region; empty while log files are not validated. */
  readonly digests: Map<string, DigestChain>;
  /** Recorded, and not yet delivered; oldest first. */
  pending: CloudTrailEvent[];
  /** The same for its log group. */
  pendingForLogs: CloudTrailEvent[];
}

/** A trail, in its home region. It records nothing until logging is started. */
export interface Trail {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  readonly homeRegion: string;
  /** Absent: it never had any. */
  tags?: ReadonlyMap<string, string>;
  settings: TrailSettings;
  selectors: TrailSelectors;
  isLogging: boolean;
  startedAt?: Date;
  stoppedAt?: Date;
  progress: TrailProgress;
}
