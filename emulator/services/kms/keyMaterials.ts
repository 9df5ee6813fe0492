import type { RandomSource } from "../../randomSource.ts";
import { addDays } from "./addDays.ts";
import { newSymmetricMaterial, type ImportTerms, type KeyMaterial, type Rotation } from "./keyMaterial.ts";

/** Automatic rotation. */
export interface RotationSchedule {
  readonly periodInDays: number;
  readonly nextDate: Date;
}

/**
 * All versions of a key's material. The keys of a multi-region set whose material KMS made share one of these.
 * New ciphertexts are made with the current version; earlier ones are kept for what was made with them.
 */
export class KeyMaterials {
  /** Absent while automatic rotation is off. */
  schedule?: RotationSchedule;
  /** Newest last; the last is the current one. */
  #versions: KeyMaterial[];
  /** Imported material that waits for RotateKeyOnDemand. */
  #pending?: KeyMaterial;

  constructor(first?: KeyMaterial) {
    this.#versions = first ? [first] : [];
  }

  get current(): KeyMaterial | undefined {
    return this.#versions.at(-1);
  }

  get pending(): KeyMaterial | undefined {
    return this.#pending;
  }

  /** Newest last, without what is pending. */
  get versions(): readonly KeyMaterial[] {
    return this.#versions;
  }

  /** Whether a key can work: there is material, and none of it was deleted or has expired. */
  get areComplete(): boolean {
    return this.#versions.length > 0 && this.#versions.every(({ secret }) => secret !== undefined);
  }

  /** A version by its id, or what is pending. */
  find(id: string): KeyMaterial | undefined {
    return (
      this.#versions.find((version) => version.id === id) ?? (this.#pending?.id === id ? this.#pending : undefined)
    );
  }

  get onDemandRotations(): number {
    return this.#versions.filter(({ rotation }) => rotation?.type === "ON_DEMAND").length;
  }

  /** Makes new material the current one. */
  rotate(material: KeyMaterial, rotation: Rotation): void {
    this.#versions.push({ ...material, rotation });
  }

  /** Makes what is pending the current material. */
  rotateToPending(rotation: Rotation): void {
    if (!this.#pending) return;
    this.rotate(this.#pending, rotation);
    this.#pending = undefined;
  }

  /** Takes in material that was imported: again, for the first time, or to wait for a rotation. */
  import(material: KeyMaterial): void {
    if (this.#versions.some(({ id }) => id === material.id)) {
      this.#replace(material.id, ({ rotation }) => ({ ...material, rotation }));
    } else if (this.#versions.length === 0) this.#versions = [material];
    else this.#pending = material;
  }

  /** Deletes the secret of imported material. What was only pending is forgotten altogether. */
  delete(id: string): void {
    if (this.#pending?.id === id) this.#pending = undefined;
    this.#replace(id, withoutSecret);
  }

  /** Deletes the imported material whose time is over. @returns whether there was any */
  expire(now: Date): boolean {
    const all = this.#pending ? [...this.#versions, this.#pending] : this.#versions;
    const expired = all.filter(({ secret, imported }) => secret !== undefined && hasExpired(imported, now));
    for (const { id } of expired) this.delete(id);
    return expired.length > 0;
  }

  /** Forgets everything: nothing can be decrypted afterwards. */
  destroy(): void {
    this.#versions = [];
    this.#pending = undefined;
    this.schedule = undefined;
  }

  /**
   * Rotates once if the date for it has come, however often it has; the dates themselves keep their period.
   *
   * @returns whether it has
   */
  rotateIfDue(now: Date, random: RandomSource): boolean {
    if (!this.schedule || this.schedule.nextDate > now) return false;
    const { periodInDays } = this.schedule;
    let { nextDate } = this.schedule;
    this.rotate(newSymmetricMaterial(random), { date: now, type: "AUTOMATIC" });
    while (nextDate <= now) nextDate = addDays(nextDate, periodInDays);
    this.schedule = { periodInDays, nextDate };
    return true;
  }

  #replace(id: string, by: (material: KeyMaterial) => KeyMaterial): void {
    this.#versions = this.#versions.map((version) => (version.id === id ? by(version) : version));
  }
}

function withoutSecret({ id, rotation }: KeyMaterial): KeyMaterial {
  return { id, rotation };
}

function hasExpired(imported: ImportTerms | undefined, now: Date): boolean {
  return imported?.validTo !== undefined && imported.validTo <= now;
}
