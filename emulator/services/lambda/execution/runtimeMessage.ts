import * as z from "zod";

/** How a function describes an error: Node.js with a `trace`, Python with a `stackTrace` and the request's id. */
const describedError = z.looseObject({ errorType: z.string(), errorMessage: z.string() });

/** In MB, at most so far. */
const memory = z.number().optional();

/** What a runtime tells the embedded AWS. */
export const runtimeMessage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("log"), text: z.string() }),
  /** The handler is loaded. */
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("answered"), payload: z.string(), memory }),
  /** `isLast`: the process ends with it. */
  z.object({ kind: z.literal("failed"), error: describedError, memory, isLast: z.boolean().optional() }),
]);

/** See {@link runtimeMessage}. */
export type RuntimeMessage = z.infer<typeof runtimeMessage>;

/** What the embedded AWS tells a runtime first. */
export interface Initialization {
  readonly kind: "initialize";
  /** All environment variables: the process itself starts without any. */
  readonly environment: Readonly<Record<string, string>>;
  readonly taskRoot: string;
  readonly handler: string;
}

/** One event for the handler. */
export interface Invocation {
  readonly kind: "invoke";
  readonly requestId: string;
  /** JSON. */
  readonly payload: string;
  readonly invokedFunctionArn: string;
  /** JSON. */
  readonly clientContext?: string;
  /** When the function's time is up, in milliseconds since 1970. */
  readonly deadline: number;
}
