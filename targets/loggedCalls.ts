import * as z from "zod";

const outcome = z.discriminatedUnion("result", [
  z.object({ result: z.literal("succeeded") }),
  z.object({
    result: z.literal("denied"),
    layer: z.string().optional(),
    action: z.string().optional(),
    explicit: z.boolean(),
    message: z.string(),
  }),
  z.object({ result: z.literal("failed"), code: z.string(), message: z.string() }),
]);

const loggedCall = z.object({
  sequence: z.number(),
  time: z.iso.datetime(),
  principal: z.string(),
  accountId: z.string(),
  region: z.string(),
  service: z.string(),
  operation: z.string(),
  needed: z.array(z.object({ action: z.string(), resource: z.string() })),
  via: z.string().optional(),
  outcome,
  requestId: z.string(),
});

const answer = z.object({ last: z.number(), events: z.array(loggedCall) });

/** A call as the embedded AWS tells it: `sequence` counts from 1 as calls end, `needed` begins with what was denied. */
export type LoggedCall = z.infer<typeof loggedCall>;

/** Which calls are asked for. */
export interface WhichCalls {
  /** Those after this number; 0 for all that are kept. */
  readonly after: number;
  /** How many seconds to wait for the next call if there is none yet, at most 30. */
  readonly waitSeconds: number;
  /** Ends the waiting; what it was aborted with is thrown. */
  readonly signal?: AbortSignal;
}

/** Asks an embedded AWS for its calls, oldest first. Nothing if that very embedded AWS does not answer any more. */
export async function loggedCalls(
  { url, controlToken }: { readonly url: string; readonly controlToken: string },
  { after, waitSeconds, signal }: WhichCalls,
): Promise<z.infer<typeof answer> | undefined> {
  const path = `/_keylab/events?after=${after}&wait=${waitSeconds}`;
  const body = await bodyOf(new URL(path, url), { headers: { "x-keylab-token": controlToken }, signal });
  signal?.throwIfAborted();
  return body === undefined ? undefined : answer.parse(body);
}

async function bodyOf(url: URL, request: RequestInit): Promise<unknown> {
  try {
    const response = await fetch(url, request);
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}
