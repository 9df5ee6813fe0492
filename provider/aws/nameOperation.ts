type Send = (args: { readonly input: object }) => Promise<{ readonly output: object }>;

/** The part of a client of the AWS SDK that middleware is added to. */
interface NameableClient {
  readonly middlewareStack: {
    // A method on purpose: its parameters are compared both ways, as every client has inputs of its own.
    add(
      middleware: (next: Send, context: { readonly commandName?: string }) => Send,
      options: { readonly step: "initialize"; readonly name: string },
    ): void;
  };
}

/**
 * Has errors of a client say which operation they are an answer to: the AWS SDK leaves it out.
 *
 * @param service as IAM calls it: `kms`
 */
export function nameOperation<Client extends NameableClient>(service: string, client: Client): Client {
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        try {
          return await next(args);
        } catch (error) {
          if (error instanceof Error) {
            Object.assign(error, { operation: `${service}:${commandName.replace(/Command$/, "")}` });
          }
          throw error;
        }
      },
    { step: "initialize", name: "nameOperation" },
  );
  return client;
}

/** The operation that an error is an answer to: `kms:CreateKey`. Undefined for what is none of {@link nameOperation}'s. */
export function operationOf(error: Error): string | undefined {
  return "operation" in error && typeof error.operation === "string" ? error.operation : undefined;
}
