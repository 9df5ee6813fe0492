import type { FastifyInstance } from "fastify";
import packageJson from "../../package.json" with { type: "json" };
import type { Chaos } from "../chaos/chaos.ts";
import type { Guard } from "./guard.ts";
import type { AccountState } from "../instance.ts";
import type { Stateful } from "./stateRoutes.ts";

/** What is told of an embedded AWS. */
export interface Running extends Stateful {
  readonly chaos?: Chaos;
  /** On the clock of this machine. */
  readonly startedAt: Date;
  /** Whether everything that is there from the start is there. */
  readonly isReady: () => boolean;
}

/** How the embedded AWS is: its health for everybody; what is in it, and how it is set, behind `guard`. */
export function registerStatus(server: FastifyInstance, running: Running, guard: Guard): void {
  const { version } = packageJson;
  server.get("/_keylab/health", () => ({ status: "ok", version, ready: running.isReady() }));
  server.get("/_keylab/status", { preHandler: guard }, () => ({ version, ...statusOf(running) }));
}

function statusOf({ current: { instance }, folder, chaos, startedAt, isReady }: Running): object {
  const { clock, accountIds, requestQuotas, lag, organization, vpcEndpoint } = instance;
  return {
    ready: isReady(),
    pid: process.pid,
    data: folder?.path ?? null,
    startedAt: startedAt.toISOString(),
    uptimeSeconds: Math.floor((Date.now() - startedAt.getTime()) / 1000),
    clock: { now: clock.now().toISOString(), runs: clock.runs },
    onlyAccounts: accountIds ?? null,
    accounts: instance.accountsById().map(([id, account]) => ({ id, ...countsOf(account) })),
    requestQuotas: requestQuotas !== undefined,
    organization: organization?.id ?? null,
    vpcEndpoint: vpcEndpoint?.id ?? null,
    lag: lag ?? null,
    chaos: chaos ? { settings: chaos.settings, counts: chaos.counts } : null,
  };
}

function countsOf({ iam, regions }: AccountState): object {
  const states = [...regions.values()];
  const count = (countIn: (state: (typeof states)[number]) => number) =>
    states.reduce((sum, state) => sum + countIn(state), 0);
  return {
    users: iam.users.size,
    roles: iam.roles.size,
    keys: count(({ kms }) => kms.keys().filter(({ manager }) => manager === "CUSTOMER").length),
    tables: count(({ dynamodb }) => dynamodb.tables().length),
    secrets: count(({ secretsmanager }) => secretsmanager.all().length),
  };
}
