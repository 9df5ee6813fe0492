import type { Clock } from "../../clock.ts";
import { LatestMap } from "../../latestMap.ts";
import type { MadeVolume } from "./clientToken.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Volume } from "./volume.ts";

/** How many client tokens are remembered. AWS does so for at least a day: "Ensuring idempotency", EC2 Developer Guide. */
const tokenCapacity = 10_000;

/** EC2's state of one account in one region. Volumes that could not be encrypted disappear. */
export class Ec2Store {
  readonly #clock: Clock;
  readonly #volumes = new Map<string, Volume>();
  readonly #snapshots = new Map<string, Snapshot>();
  /** What was made with client tokens. */
  readonly madeWith = new LatestMap<string, MadeVolume>(tokenCapacity);
  encryptsByDefault = false;
  /** The KMS key for what names none. Absent: `aws/ebs`. */
  defaultKmsKeyId?: string;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  addVolume(volume: Volume): void {
    this.#volumes.set(volume.id, volume);
  }

  removeVolume({ id }: Volume): void {
    this.#volumes.delete(id);
  }

  volume(id: string): Volume | undefined {
    const volume = this.#volumes.get(id);
    return volume && !volume.isLost(this.#clock.now()) ? volume : undefined;
  }

  volumes(): Volume[] {
    const now = this.#clock.now();
    return [...this.#volumes.values()].filter((volume) => !volume.isLost(now));
  }

  addSnapshot(snapshot: Snapshot): void {
    this.#snapshots.set(snapshot.id, snapshot);
  }

  removeSnapshot({ id }: Snapshot): void {
    this.#snapshots.delete(id);
  }

  snapshot(id: string): Snapshot | undefined {
    return this.#snapshots.get(id);
  }

  snapshots(): Snapshot[] {
    return [...this.#snapshots.values()];
  }
}
