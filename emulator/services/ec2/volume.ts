import type { VolumeState } from "@aws-sdk/client-ec2";
import type { Encryption } from "./encryption.ts";
import type { Tags } from "./tags.ts";
import { isOver } from "./transition.ts";
import type { VolumeSettings } from "./volumeSettings.ts";
import type { Zone } from "./zones.ts";

/** What a volume is from its creation on. */
export interface NewVolume {
  readonly id: string;
  readonly accountId: string;
  readonly region: string;
  readonly zone: Zone;
  readonly createdAt: Date;
  /** The snapshot that it was made of. */
  readonly snapshotId?: string;
  readonly encryption?: Encryption;
  readonly settings: VolumeSettings;
  readonly tags: Tags;
}

/** A change of a volume's settings. */
export interface Modification {
  readonly startedAt: Date;
  readonly original: VolumeSettings;
  readonly target: VolumeSettings;
}

/** An EBS volume. Nothing is stored on it: there are no instances. */
export class Volume {
  readonly id: string;
  readonly accountId: string;
  readonly region: string;
  readonly zone: Zone;
  readonly createdAt: Date;
  readonly snapshotId?: string;
  readonly encryption?: Encryption;
  settings: VolumeSettings;
  /** Absent: it never had any. */
  tags: Tags;
  /** The last change. */
  modification?: Modification;

  constructor(made: NewVolume) {
    this.id = made.id;
    this.accountId = made.accountId;
    this.region = made.region;
    this.zone = made.zone;
    this.createdAt = made.createdAt;
    this.snapshotId = made.snapshotId;
    this.encryption = made.encryption;
    this.settings = made.settings;
    this.tags = made.tags;
  }

  get arn(): string {
    return `arn:aws:ec2:${this.region}:${this.accountId}:volume/${this.id}`;
  }

  state(now: Date): VolumeState {
    return isOver(this.createdAt, now) ? "available" : "creating";
  }

  /**
   * Whether it has disappeared: EC2 silently takes back a volume that it could not encrypt.
   * Source: public reports (issues 1140 and 3010 of aws-ebs-csi-driver, 2604 of aws-cli).
   */
  isLost(now: Date): boolean {
    return this.encryption !== undefined && !this.encryption.dataKey && isOver(this.createdAt, now);
  }
}
