import type { RunEvent } from "../reporters/events.ts";
import type { Target } from "../runner/target.ts";
import type { SentCommand } from "../scenarios/contract/watchCommands.ts";

/** A command of an attempt, and the access key that it was sent with. */
export interface ObservedCommand extends SentCommand {
  readonly accessKeyId: string;
}

/** What the attempts of a phase have sent: the commands of the first expectation, of the second … */
export type ObservedAttempts = readonly (readonly ObservedCommand[])[];

/** Notes which commands of the AWS SDK the attempts of a run send. A run makes one attempt after the other. */
export class CommandLog {
  readonly #phases: (readonly ObservedCommand[])[][] = [];
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
  note({ type }: RunEvent): void {
    if (type === "phase started") this.#phases.push([]);
    if (type === "expectation checked") this.#phases.at(-1)?.push(this.#sent);
    this.#sent = [];
  }

  /** What the first phase has sent. */
  get firstPhase(): ObservedAttempts {
    return this.#phases[0] ?? [];
  }
}
