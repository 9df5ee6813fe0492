import type { AdvancedEventSelector, EventSelector } from "@aws-sdk/client-cloudtrail";
import type { CloudTrailEvent } from "../../audit/cloudTrailEvent.ts";
import type { Input } from "../../operation.ts";

/** What can be set of a trail. */
export interface TrailSettings {
  readonly bucketName: string;
  readonly keyPrefix?: string;
  readonly kmsKeyArn?: string;
  readonly includesGlobalServiceEvents: boolean;
  readonly isMultiRegion: boolean;
}

/** Which events a trail records: by selectors of one kind. */
export interface TrailSelectors {
  readonly basic?: readonly Input<EventSelector>[];
  readonly advanced?: readonly Input<AdvancedEventSelector>[];
}

/** How the last attempt to deliver ended. */
export interface DeliveryStatus {
  readonly attemptedAt: Date;
  /** The code of the error that it ended with, as S3 calls it; absent: it succeeded. */
  readonly error?: string;
}

/** A trail, in its home region. It records nothing until logging is started. */
export interface Trail {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  readonly homeRegion: string;
  readonly tags: Map<string, string>;
  settings: TrailSettings;
  selectors: TrailSelectors;
  isLogging: boolean;
  startedAt?: Date;
  stoppedAt?: Date;
  lastDelivery?: DeliveryStatus;
  lastDeliveredAt?: Date;
  /** Recorded, and not yet delivered; oldest first. */
  pending: CloudTrailEvent[];
}
