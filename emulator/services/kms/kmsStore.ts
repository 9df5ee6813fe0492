import type { Instance } from "../../instance.ts";
import { LatestMap } from "../../latestMap.ts";
import { leaveRelated, recordKeyDeletion } from "./keyDeletion.ts";
import { HeaderCodes } from "./headerCodes.ts";
import type { KmsKey } from "./kmsKey.ts";
import { tellKeyEvent } from "./tellKeyEvent.ts";

/** A name that points to a key. */
export interface Alias {
  /** With its prefix: `alias/…`. */
  readonly name: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly targetKeyId: string;
}

/** Of how many versions of keys the headers are remembered. */
const headerCapacity = 10_000;

/** Of how many deleted keys the history is remembered. */
const goneCapacity = 1_000;

/** KMS's state of one account in one region. Keys whose deletion date has passed are gone. */
export class KmsStore {
  readonly accountId: string;
  readonly region: string;
  /** Authenticates the headers of this store's ciphertexts. */
  readonly headerCodes: HeaderCodes;
  /** By key and version of its material. */
  readonly headers = new LatestMap<string, Buffer>(headerCapacity);
  readonly #instance: Instance;
  readonly #keys = new Map<string, KmsKey>();
  readonly #goneKeys = new LatestMap<string, KmsKey>(goneCapacity);
  readonly #aliases = new Map<string, Alias>();

  constructor(accountId: string, region: string, instance: Instance) {
    this.accountId = accountId;
    this.region = region;
    this.#instance = instance;
    this.headerCodes = new HeaderCodes(instance.random.bytes(32));
    // Deletions that are due happen, and are recorded, whether or not anybody asks for the keys.
    instance.clock.onAdvance(() => this.keys());
  }

  addKey(key: KmsKey): void {
    this.#keys.set(key.keyId, key);
    key.noteState(key.createdAt);
  }

  key(keyId: string): KmsKey | undefined {
    const key = this.#keys.get(keyId);
    return key && this.#catchUp(key);
  }

  /** A key, or what is left of it after its deletion: nobody can use that, but its history is asked for. */
  keyEvenIfGone(keyId: string): KmsKey | undefined {
    return this.key(keyId) ?? this.#goneKeys.get(keyId);
  }

  keys(): KmsKey[] {
    return [...this.#keys.values()].filter((key) => this.#catchUp(key));
  }

  /** An alias by its name, `alias/…`. */
  alias(name: string): Alias | undefined {
    const alias = this.#aliases.get(name);
    return alias && this.key(alias.targetKeyId) && alias;
  }

  aliases(): Alias[] {
    return [...this.#aliases.values()].filter(({ targetKeyId }) => this.key(targetKeyId));
  }

  aliasArn(name: string): string {
    return `arn:aws:kms:${this.region}:${this.accountId}:${name}`;
  }

  /** Makes the alias, or points an existing one to another key. */
  setAlias(name: string, target: KmsKey, now: Date): void {
    const existing = this.#aliases.get(name);
    this.deleteAlias(name);
    const alias = { name, targetKeyId: target.keyId, createdAt: existing?.createdAt ?? now, updatedAt: now };
    this.#aliases.set(name, alias);
    target.aliasNames.add(name);
  }

  deleteAlias(name: string): void {
    const targetKeyId = this.#aliases.get(name)?.targetKeyId;
    if (targetKeyId !== undefined) this.#keys.get(targetKeyId)?.aliasNames.delete(name);
    this.#aliases.delete(name);
  }

  /** Does to a key what time has done since it was last looked at: deletion, expiry of material, rotation. */
  #catchUp(key: KmsKey): KmsKey | undefined {
    const now = this.#instance.clock.now();
    if (key.state === "PendingReplicaDeletion") this.#catchUpReplicas(key);
    if (!key.deletionDate || key.deletionDate > now) {
      const hasExpired = key.materials.expire(now);
      if (hasExpired) tellKeyEvent(this.#instance, "KMS Imported Key Material Expiration", key, now);
      key.noteState(now);
      const hasRotated = key.rotateIfDue(now, this.#instance.random);
      if (hasRotated) tellKeyEvent(this.#instance, "KMS CMK Rotation", key, now);
      return key;
    }
    this.#delete(key, key.deletionDate);
    return undefined;
  }

  #delete(key: KmsKey, date: Date): void {
    for (const name of key.aliasNames) this.#aliases.delete(name);
    this.#keys.delete(key.keyId);
    this.#goneKeys.set(key.keyId, key);
    leaveRelated(key, date);
    recordKeyDeletion(this.#instance, key, date);
    tellKeyEvent(this.#instance, "KMS CMK Deletion", key, date);
  }

  /** A primary key waits until its replicas are gone; looking at them lets go those that are due. */
  #catchUpReplicas({ related, keyId }: KmsKey): void {
    for (const { accountId, region } of related?.replicas ?? []) {
      this.#instance.findRegion(accountId, region)?.kms.key(keyId);
    }
  }
}
