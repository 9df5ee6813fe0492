import type { KeyLastUsageTrackingOperation } from "@aws-sdk/client-kms";
import type { Policy } from "../../authorization/policy.ts";
import type { RandomSource } from "../../randomSource.ts";
import type { Grant } from "./grant.ts";
import type { ImportToken } from "./importToken.ts";
import { KeyHistory } from "./keyHistory.ts";
import type { CarriedKeySpec, KeyUsage } from "./keyKinds.ts";
import type { PresentMaterial } from "./keyMaterial.ts";
import type { KeyMaterials } from "./keyMaterials.ts";
import type { MultiRegionSet } from "./multiRegionSet.ts";

/** `Creating` and `Updating` pass at once here; `Unavailable` belongs to custom key stores. */
export type KeyState = "Enabled" | "Disabled" | "PendingDeletion" | "PendingImport" | "PendingReplicaDeletion";

/** Whom the key belongs to: the customer, or AWS on the customer's behalf (`aws/dynamodb`). */
export type KeyManager = "CUSTOMER" | "AWS";

/** What a key is from its creation on. */
export interface KeyIdentity {
  readonly keyId: string;
  readonly accountId: string;
  readonly region: string;
  readonly manager: KeyManager;
  readonly createdAt: Date;
  readonly spec: CarriedKeySpec;
  readonly usage: KeyUsage;
  readonly origin: "AWS_KMS" | "EXTERNAL";
  /** Only for multi-region keys. */
  readonly related?: MultiRegionSet;
}

/** The last successful cryptographic operation with a key. */
export interface LastUse {
  readonly operation: KeyLastUsageTrackingOperation;
  readonly date: Date;
  readonly requestId: string;
}

/** A KMS key with everything that is attached to it. Methods keep its state consistent; who may call them is decided elsewhere. */
export class KmsKey {
  readonly keyId: string;
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  readonly manager: KeyManager;
  readonly createdAt: Date;
  readonly spec: CarriedKeySpec;
  readonly usage: KeyUsage;
  readonly origin: KeyIdentity["origin"];
  readonly related?: MultiRegionSet;
  readonly materials: KeyMaterials;
  /** Absent: it never had any. */
  tags?: ReadonlyMap<string, string>;
  readonly grants = new Map<string, Grant>();
  readonly importTokens = new Map<string, ImportToken>();
  /** What has become of its state and its grants. */
  readonly history = new KeyHistory();
  /** Names (`alias/…`) that point to the key; the store keeps them in step with its aliases. */
  readonly aliasNames = new Set<string>();
  description = "";
  policy: Policy;
  lastUse?: LastUse;
  #enabled = true;
  #deletionDate?: Date;
  /** The waiting period of a primary key that waits for the deletion of its replicas first. */
  #waitingWindowInDays?: number;

  constructor(identity: KeyIdentity, policy: Policy, materials: KeyMaterials) {
    this.keyId = identity.keyId;
    this.arn = `arn:aws:kms:${identity.region}:${identity.accountId}:key/${identity.keyId}`;
    this.accountId = identity.accountId;
    this.region = identity.region;
    this.manager = identity.manager;
    this.createdAt = identity.createdAt;
    this.spec = identity.spec;
    this.usage = identity.usage;
    this.origin = identity.origin;
    this.related = identity.related;
    this.policy = policy;
    this.materials = materials;
  }

  get state(): KeyState {
    if (this.#deletionDate) return "PendingDeletion";
    if (this.#waitingWindowInDays !== undefined) return "PendingReplicaDeletion";
    if (!this.materials.areComplete) return "PendingImport";
    return this.#enabled ? "Enabled" : "Disabled";
  }

  /** `undefined` for keys of one region. */
  get multiRegionType(): "PRIMARY" | "REPLICA" | undefined {
    return this.related && (this.related.primaryRegion === this.region ? "PRIMARY" : "REPLICA");
  }

  /** When the key will be deleted; only while it is pending. */
  get deletionDate(): Date | undefined {
    return this.#deletionDate;
  }

  /** See {@link waitForReplicas}. */
  get waitingWindowInDays(): number | undefined {
    return this.#waitingWindowInDays;
  }

  enable(now: Date): void {
    this.#enabled = true;
    this.noteState(now);
  }

  disable(now: Date): void {
    this.#enabled = false;
    this.noteState(now);
  }

  scheduleDeletion(date: Date, now: Date): void {
    this.#waitingWindowInDays = undefined;
    this.#deletionDate = date;
    this.noteState(now);
  }

  /** A primary key is deleted after its replicas: its waiting period begins when the last of them is gone. */
  waitForReplicas(windowInDays: number, now: Date): void {
    this.#waitingWindowInDays = windowInDays;
    this.noteState(now);
  }

  /** A key that is no longer pending is disabled, whatever it was before. */
  cancelDeletion(now: Date): void {
    this.#deletionDate = undefined;
    this.#waitingWindowInDays = undefined;
    this.#enabled = false;
    this.noteState(now);
  }

  /** Keeps the key's state in its history, if it has changed: also when its material has come, gone or expired. */
  noteState(now: Date): void {
    this.history.changedTo(this.state, now);
  }

  /** What new ciphertexts and signatures are made with. The key's state says beforehand whether there is any. */
  get currentMaterial(): PresentMaterial {
    const { id, secret, rotation, imported } = this.materials.current ?? {};
    if (id === undefined || !secret) throw new Error(`The key ${this.arn} has no material.`);
    return { id, secret, rotation, imported };
  }

  /**
   * Rotates the key if its date has come. A key that was disabled or pending at that date is rotated when it is enabled
   * again, once, and from then on every period. The primary of a multi-region key decides for all.
   * Source: KMS Developer Guide, "Enable automatic key rotation".
   *
   * @returns whether it has been rotated
   */
  rotateIfDue(now: Date, random: RandomSource): boolean {
    const deciding = this.related?.primary ?? this;
    return deciding.state === "Enabled" && this.materials.rotateIfDue(now, random);
  }
}
