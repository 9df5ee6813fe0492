import type { RunEvent } from "../reporters/events.ts";
import type { Target } from "../runner/target.ts";
import type { SentCommand } from "../scenarios/contract/watchCommands.ts";

/** A command of an attempt, and the access key that it was sent with. */
export interface ObservedCommand extends SentCommand {
  readonly accessKeyId: string;
}

/** What the attempts of a phase have sent: the commands of the first expectation, of the second … */
export type ObservedAttempts = readonly (readonly ObservedCommand[])[];

/** Notes which commands of the AWS SDK the attempts of a run send. A run without workers makes one attempt after the other. */
export class CommandLog {
  /** Of each scenario, by its id. */
  readonly #phases = new Map<string, (readonly ObservedCommand[])[][]>();
  #sent: ObservedCommand[] = [];

  /** The same target, whose clients are listened to. */
  listenTo(target: Target): Target {
    return {
      ...target,
      open: async (needs) => {
        const session = await target.open(needs);
        const clientConfiguration: typeof session.clientConfiguration = (credentials) => {
          const { accessKeyId } = credentials;
          const watcher = (command: SentCommand) => void this.#sent.push({ ...command, accessKeyId });
          return { ...session.clientConfiguration(credentials), watcher };
        };
        return { ...session, clientConfiguration };
      },
    };
  }

  /** To be told of every event of the run. */
  note(event: RunEvent): void {
    if (event.type === "phase started") this.#phasesOf(event.scenario).push([]);
    if (event.type === "expectation checked") this.#phasesOf(event.scenario).at(-1)?.push(this.#sent);
    this.#sent = [];
  }

  /** What the first phase of a scenario has sent. */
  firstPhaseOf(scenario: string): ObservedAttempts {
    return this.#phasesOf(scenario)[0] ?? [];
  }

  #phasesOf(scenario: string): (readonly ObservedCommand[])[][] {
    const phases = this.#phases.get(scenario) ?? [];
    this.#phases.set(scenario, phases);
    return phases;
  }
}
