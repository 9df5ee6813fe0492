import type { Policy } from "../../authorization/policy.ts";
import type { RandomSource } from "../../randomSource.ts";
import type { Grant } from "./grant.ts";
import { newKeyMaterial, type KeyMaterial } from "./keyMaterial.ts";
import { addDays } from "./addDays.ts";
import { KeyHistory } from "./keyHistory.ts";

/** `PendingImport` and the states of multi-region keys join when such keys do. */
export type KeyState = "Enabled" | "Disabled" | "PendingDeletion";

/** Whom the key belongs to: the customer, or AWS on the customer's behalf (`aws/dynamodb`). */
export type KeyManager = "CUSTOMER" | "AWS";

/** What a key is from its creation on. */
export interface KeyIdentity {
  readonly keyId: string;
  readonly accountId: string;
  readonly region: string;
  readonly manager: KeyManager;
  readonly createdAt: Date;
}

/** Automatic rotation. */
export interface RotationSchedule {
  readonly periodInDays: number;
  readonly nextDate: Date;
}

/** A KMS key with everything that is attached to it. Methods keep its state consistent; who may call them is decided elsewhere. */
export class KmsKey {
  readonly keyId: string;
  readonly accountId: string;
  readonly region: string;
  readonly manager: KeyManager;
  readonly createdAt: Date;
  readonly spec = "SYMMETRIC_DEFAULT";
  readonly usage = "ENCRYPT_DECRYPT";
  readonly origin = "AWS_KMS";
  readonly multiRegion = false;
  tags: ReadonlyMap<string, string> = new Map();
  readonly grants = new Map<string, Grant>();
  readonly history = new KeyHistory();
  /** Names (`alias/…`) that point to the key; the store keeps them in step with its aliases. */
  readonly aliasNames = new Set<string>();
  description = "";
  policy: Policy;
  rotation?: RotationSchedule;
  #enabled = true;
  #deletionDate?: Date;
  /** Newest last. */
  readonly #materials: KeyMaterial[];

  constructor(identity: KeyIdentity, policy: Policy, random: RandomSource) {
    this.keyId = identity.keyId;
    this.accountId = identity.accountId;
    this.region = identity.region;
    this.manager = identity.manager;
    this.createdAt = identity.createdAt;
    this.policy = policy;
    this.#materials = [newKeyMaterial(random)];
  }

  get arn(): string {
    return `arn:aws:kms:${this.region}:${this.accountId}:key/${this.keyId}`;
  }

  get state(): KeyState {
    if (this.#deletionDate) return "PendingDeletion";
    return this.#enabled ? "Enabled" : "Disabled";
  }

  /** When the key will be deleted; only while it is pending. */
  get deletionDate(): Date | undefined {
    return this.#deletionDate;
  }

  enable(): void {
    this.#enabled = true;
  }

  disable(): void {
    this.#enabled = false;
  }

  scheduleDeletion(date: Date): void {
    this.#deletionDate = date;
  }

  /** A key that is no longer pending is disabled, whatever it was before. */
  cancelDeletion(): void {
    this.#deletionDate = undefined;
    this.#enabled = false;
  }

  /** What new ciphertexts are made with. */
  get currentMaterial(): KeyMaterial {
    const newest = this.#materials.at(-1);
    if (!newest) throw new Error(`The key ${this.arn} has no material.`);
    return newest;
  }

  material(id: string): KeyMaterial | undefined {
    return this.#materials.find((material) => material.id === id);
  }

  /**
   * Rotates the key if its date has come. A key that was disabled or pending at that date is rotated when it is enabled
   * again, once, and from then on every period. Source: KMS Developer Guide, "Enable automatic key rotation".
   */
  rotateIfDue(now: Date, random: RandomSource): void {
    if (!this.rotation || this.state !== "Enabled") return;
    const { periodInDays } = this.rotation;
    let { nextDate } = this.rotation;
    if (nextDate > now) return;
    this.#materials.push(newKeyMaterial(random));
    while (nextDate <= now) nextDate = addDays(nextDate, periodInDays);
    this.rotation = { periodInDays, nextDate };
  }
}
