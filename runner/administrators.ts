import { Notes } from "../scenarios/contract/notes.ts";
import { Session } from "../scenarios/contract/session.ts";
import type { TargetSession } from "./target.ts";

/** The clients of a run's administrators: in every region and in every account where the scenario deploys. */
export class Administrators {
  /** In the account and region of the target. */
  readonly home: Session;
  readonly #byRegion = new Map<string, Session>();
  /** By account, apart from the target's own. */
  readonly #byAccount = new Map<string, Session>();

  /** @param regions beyond the target's own */
  constructor(target: TargetSession, regions: readonly string[]) {
    const configuration = target.clientConfiguration(target.administrator);
    this.home = new Session(configuration, new Notes());
    this.#byRegion.set(configuration.region, this.home);
    for (const region of regions) this.#byRegion.set(region, new Session({ ...configuration, region }, new Notes()));
    if (!target.secondAccount) return;
    const { accountId, administrator } = target.secondAccount;
    this.#byAccount.set(accountId, new Session(target.clientConfiguration(administrator), new Notes()));
  }

  all(): readonly Session[] {
    return [...this.#byRegion.values(), ...this.#byAccount.values()];
  }

  /** The clients in a region of the target's own account. */
  in(region: string): Session {
    return this.#byRegion.get(region) ?? this.home;
  }

  /** The clients that see the resource with this ARN. */
  of(arn: string): Session {
    const [region = "", accountId = ""] = arn.split(":").slice(3);
    return this.#byAccount.get(accountId) ?? this.#byRegion.get(region) ?? this.home;
  }

  close(): void {
    for (const session of this.all()) session.close();
  }
}
