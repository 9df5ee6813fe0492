/** A command of the AWS SDK that a client has sent, whatever came of it. */
export interface SentCommand {
  /** As the SDK calls its client and its command: `KMSClient`, `EncryptCommand`. */
  readonly client: string;
  readonly command: string;
  readonly input: object;
  /** Absent where AWS refused it. */
  readonly output?: object;
}

/** Hears of every command when it has ended. May hear secrets. */
export type CommandWatcher = (command: SentCommand) => void;

type Send = (args: { readonly input: object }) => Promise<{ readonly output: object }>;

/** The part of a client of the AWS SDK that middleware is added to. */
export interface WatchableClient {
  readonly middlewareStack: {
    // A method on purpose: its parameters are compared both ways, as every client has inputs of its own.
    add(
      middleware: (next: Send, context: { readonly clientName?: string; readonly commandName?: string }) => Send,
      options: { readonly step: "initialize"; readonly name: string },
    ): void;
  };
}

/** Has a watcher hear of what a client sends. */
export function watchCommands({ middlewareStack }: WatchableClient, watcher: CommandWatcher): void {
  middlewareStack.add(
    (next, { clientName: client = "", commandName: command = "" }) =>
      async (args) => {
        const { input } = args;
        try {
          const result = await next(args);
          watcher({ client, command, input, output: result.output });
          return result;
        } catch (error) {
          watcher({ client, command, input });
          throw error;
        }
      },
    { step: "initialize", name: "watchCommands" },
  );
}
