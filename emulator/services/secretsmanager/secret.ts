import type { Policy } from "../../authorization/policy.ts";
import type { ProtectedValue } from "./encryption.ts";
import type { Replica } from "./replica.ts";
import type { Rotation } from "./rotation.ts";

/** One version of a secret's value. */
export interface SecretVersion {
  readonly id: string;
  readonly createdAt: Date;
  /** Its staging labels. A version without any is deprecated. */
  readonly stages: Set<string>;
  /** Absent until a rotation that has begun puts one. */
  value?: ProtectedValue;
  /** A day: AWS keeps no time of access. */
  lastAccessedOn?: Date;
}

/** A secret with its versions, oldest first. */
export class Secret {
  readonly arn: string;
  readonly name: string;
  readonly accountId: string;
  readonly createdAt: Date;
  readonly versions = new Map<string, SecretVersion>();
  description?: string;
  /** The customer managed key as it was named; absent for `aws/secretsmanager`. */
  kmsKeyId?: string;
  /** Absent until the first tag; empty when the last one was removed. */
  tags?: ReadonlyMap<string, string>;
  /** Who else may use it. */
  resourcePolicy?: Policy;
  lastChangedAt: Date;
  lastAccessedOn?: Date;
  /** When its recovery window ends, while it is scheduled for deletion. */
  deletionDate?: Date;
  /** Absent until rotation is first configured. */
  rotation?: Rotation;
  /** When a function last rotated it. */
  lastRotatedAt?: Date;
  /** Its replicas, by region, in the order they were asked for. */
  readonly replicas = new Map<string, Replica>();
  /** The secret that this one is a replica of; absent for all others. */
  primary?: Secret;

  constructor(identity: Pick<Secret, "arn" | "name" | "accountId" | "createdAt">) {
    this.arn = identity.arn;
    this.name = identity.name;
    this.accountId = identity.accountId;
    this.createdAt = identity.createdAt;
    this.lastChangedAt = identity.createdAt;
  }

  get region(): string {
    return regionOf(this.arn);
  }

  /** Where a multi-Region secret was made; `undefined` for a secret of one region. */
  get primaryRegion(): string | undefined {
    return this.primary?.region ?? (this.replicas.size > 0 ? this.region : undefined);
  }

  /** The version that has a staging label. */
  staged(stage: string): SecretVersion | undefined {
    return [...this.versions.values()].find(({ stages }) => stages.has(stage));
  }

  /**
   * Moves a staging label to a version. With `AWSCURRENT` go the rules of AWS: the version that had it becomes
   * `AWSPREVIOUS` and is pending no more. Source: recorded answers.
   */
  attach(stage: string, version: SecretVersion): void {
    const holder = this.staged(stage);
    if (holder === version) return;
    holder?.stages.delete(stage);
    version.stages.add(stage);
    if (stage !== current || !holder) return;
    holder.stages.delete(pending);
    this.attach(previous, holder);
  }
}

export const current = "AWSCURRENT";
export const previous = "AWSPREVIOUS";
export const pending = "AWSPENDING";

/** The region in the ARN of a secret. */
export function regionOf(arn: string): string {
  return arn.split(":")[3] ?? "";
}

/** Labels as AWS lists them. */
export function listedStages({ stages }: SecretVersion): string[] {
  return [...stages].sort();
}
