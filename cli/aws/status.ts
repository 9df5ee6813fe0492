import { z } from "zod";
import { print } from "../context.ts";
import type { Context } from "../context.ts";
import { runningAws, type WhichAws } from "./runningAws.ts";

const counted = z.object({
  id: z.string(),
  users: z.number(),
  roles: z.number(),
  keys: z.number(),
  tables: z.number(),
  secrets: z.number(),
});
const schema = z.looseObject({
  version: z.string(),
  pid: z.number(),
  uptimeSeconds: z.number(),
  clock: z.object({ now: z.string(), runs: z.boolean() }),
  accounts: z.array(counted),
  requestQuotas: z.boolean(),
  lag: z.unknown(),
  chaos: z.object({ settings: z.unknown(), counts: z.record(z.string(), z.number()) }).nullable(),
});

/**
 * Prints how an embedded AWS is, and what is in it.
 *
 * @throws UserError when none runs.
 */
export async function status(
  { json, ...which }: WhichAws & { readonly json?: boolean },
  context: Context,
): Promise<void> {
  const { url, controlToken } = await runningAws(which, context);
  const answer = await fetch(`${url}/_keylab/status`, { headers: { "x-keylab-token": controlToken } });
  const found = { url, ...schema.parse(await answer.json()) };
  if (json) return print(context, JSON.stringify(found, undefined, 2));
  for (const line of lines(found)) print(context, line);
}

function lines(found: z.infer<typeof schema> & { readonly url: string }): string[] {
  const { url, pid, uptimeSeconds, version, clock, accounts, requestQuotas, lag, chaos } = found;
  return [
    `The embedded AWS runs at ${url} (process ${pid}, version ${version}, for ${uptimeSeconds} s).`,
    `Clock     ${clock.now}, ${clock.runs ? "running" : "standing still"}`,
    "Enforced  signatures, policies, grants, key states, KMS as the caller",
    `Quotas    ${requestQuotas ? "on" : "off"}`,
    `Lag       ${lag === null ? "off" : JSON.stringify(lag)}`,
    `Chaos     ${chaos === null ? "off" : `${JSON.stringify(chaos.settings)}, so far ${JSON.stringify(chaos.counts)}`}`,
    ...accounts.map(
      ({ id, users, roles, keys, tables, secrets }) =>
        `Account   ${id}: ${users} users, ${roles} roles, ${keys} keys, ${tables} tables, ${secrets} secrets`,
    ),
  ];
}
