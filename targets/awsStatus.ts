import * as z from "zod";

const range = z.object({ from: z.number(), to: z.number() });
const rates = z.object({
  throttle: z.number(),
  error: z.number(),
  drop: z.number(),
  slow: z.number(),
  slowness: range,
});

const schema = z.looseObject({
  version: z.string(),
  pid: z.number(),
  uptimeSeconds: z.number(),
  /** The folder that keeps the state. */
  data: z.string().nullable(),
  clock: z.object({ now: z.string(), runs: z.boolean() }),
  onlyAccounts: z.array(z.string()).nullable(),
  accounts: z.array(
    z.object({
      id: z.string(),
      users: z.number(),
      roles: z.number(),
      keys: z.number(),
      tables: z.number(),
      secrets: z.number(),
    }),
  ),
  requestQuotas: z.boolean(),
  lag: z.object({ seed: z.number(), delays: z.record(z.string(), range) }).nullable(),
  chaos: z
    .object({
      settings: z.object({
        seed: z.number(),
        rates: rates.optional(),
        named: z.record(z.string(), rates).optional(),
      }),
      counts: z.object({
        requests: z.number(),
        throttled: z.number(),
        failed: z.number(),
        droppedBefore: z.number(),
        droppedAfter: z.number(),
        slowed: z.number(),
      }),
    })
    .nullable(),
});

/** How an embedded AWS is, and what is in it. */
export type AwsStatus = z.infer<typeof schema>;

/** Asks an embedded AWS how it is. */
export async function awsStatus({
  url,
  controlToken,
}: {
  readonly url: string;
  readonly controlToken: string;
}): Promise<AwsStatus> {
  const answer = await fetch(new URL("/_keylab/status", url), { headers: { "x-keylab-token": controlToken } });
  if (!answer.ok) throw new Error(`The control route status answered ${answer.status}: ${await answer.text()}`);
  return schema.parse(await answer.json());
}
