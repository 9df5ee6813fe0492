import type { SnapshotState } from "@aws-sdk/client-ec2";
import type { Encryption } from "./encryption.ts";
import type { Tags } from "./tags.ts";
import { isOver } from "./transition.ts";

/** What a snapshot is from its creation on. */
export interface NewSnapshot {
  readonly id: string;
  readonly accountId: string;
  readonly region: string;
  readonly startedAt: Date;
  readonly description: string;
  /** The volume that it was made of; copies have one that never existed. */
  readonly volumeId: string;
  /** In GiB. */
  readonly size: number;
  readonly encryption?: Encryption;
  readonly tags: Tags;
}

/** An EBS snapshot. */
export class Snapshot {
  readonly id: string;
  readonly accountId: string;
  readonly region: string;
  readonly startedAt: Date;
  readonly description: string;
  readonly volumeId: string;
  readonly size: number;
  readonly encryption?: Encryption;
  /** Absent: it never had any. */
  tags: Tags;
  /** The accounts that may make volumes of it. */
  readonly sharedWith = new Set<string>();
  /** Whether everybody may. */
  isPublic = false;

  constructor(made: NewSnapshot) {
    this.id = made.id;
    this.accountId = made.accountId;
    this.region = made.region;
    this.startedAt = made.startedAt;
    this.description = made.description;
    this.volumeId = made.volumeId;
    this.size = made.size;
    this.encryption = made.encryption;
    this.tags = made.tags;
  }

  /** As IAM names it: without an account. Source: Service Authorization Reference, "Amazon EC2". */
  get arn(): string {
    return `arn:aws:ec2:${this.region}::snapshot/${this.id}`;
  }

  state(now: Date): SnapshotState {
    if (!isOver(this.startedAt, now)) return "pending";
    return this.isEncryptable ? "completed" : "error";
  }

  /** Whether KMS has given what it needs to be encrypted. */
  get isEncryptable(): boolean {
    return !this.encryption || this.encryption.dataKey !== undefined;
  }

  /** Whether an account may make volumes and copies of it. */
  isOpenTo(accountId: string): boolean {
    return this.accountId === accountId || this.isPublic || this.sharedWith.has(accountId);
  }
}
