import { Notes } from "../scenarios/contract/notes.ts";
import { Session } from "../scenarios/contract/session.ts";
import type { TargetSession } from "./target.ts";

/** The clients of a run's administrator, in every region where the scenario deploys. */
export class Administrators {
  /** In the region of the target. */
  readonly home: Session;
  readonly #byRegion = new Map<string, Session>();

  /** @param regions beyond the target's own */
  constructor(target: TargetSession, regions: readonly string[]) {
    const configuration = target.clientConfiguration(target.administrator);
    this.home = new Session(configuration, new Notes());
    this.#byRegion.set(configuration.region, this.home);
    for (const region of regions) this.#byRegion.set(region, new Session({ ...configuration, region }, new Notes()));
  }

  all(): readonly Session[] {
    return [...this.#byRegion.values()];
  }

  /** The clients that see the resource with this ARN. */
  of(arn: string): Session {
    return this.#byRegion.get(arn.split(":")[3] ?? "") ?? this.home;
  }

  close(): void {
    for (const session of this.all()) session.close();
  }
}
