import type { Scenario } from "../scenarios/contract/scenario.ts";
import { Notes } from "../scenarios/contract/notes.ts";
import { Session } from "../scenarios/contract/session.ts";
import type { HandedOver } from "./deployment.ts";
import type { TargetSession } from "./target.ts";

/** The AWS clients of a scenario's principals. Each principal keeps its own until its access key changes. */
export class Sessions {
  readonly #target: TargetSession;
  readonly #notes = new Notes();
  readonly #sessions = new Map<string, Session>();

  constructor(target: TargetSession) {
    this.#target = target;
  }

  /** The clients that act as a principal of the scenario. */
  of(scenario: Scenario, principal: string, deployed: HandedOver): Session {
    const source = scenario.principals[principal];
    if (!source) throw new Error(`The scenario ${scenario.id} has no principal "${principal}".`);
    const credentials = source.credentials(deployed, this.#target.administrator, this.#notes);
    const configuration = this.#target.clientConfiguration(credentials);
    const { region = configuration.region } = source;
    const key = `${credentials.accessKeyId} ${region}`;
    const known = this.#sessions.get(key);
    if (known) return known;
    const created = new Session({ ...configuration, region }, this.#notes);
    this.#sessions.set(key, created);
    return created;
  }

  close(): void {
    for (const session of this.#sessions.values()) session.close();
  }
}
