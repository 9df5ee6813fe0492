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

type Send<Input extends object, Result extends { output: object }> = (args: { input: Input }) => Promise<Result>;

/** The part of a client of the AWS SDK that middleware is added to. */
interface MiddlewareStack<Input extends object, Result extends { output: object }> {
  add(
    middleware: (
      next: Send<Input, Result>,
      context: { readonly clientName?: string; readonly commandName?: string },
    ) => Send<Input, Result>,
    options: { readonly step: "initialize"; readonly name: string },
  ): void;
}

/** Has a watcher hear of what a client sends. */
export function watchCommands<Input extends object, Result extends { output: object }>(
  { middlewareStack }: { readonly middlewareStack: MiddlewareStack<Input, Result> },
  watcher: CommandWatcher,
): void {
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
