import * as pulumi from "@pulumi/pulumi";

import { callerArn } from "../callerArn.ts";
import { guard, type Warn } from "../guardrails/guard.ts";
import { guardrails } from "../guardrails/index.ts";
import { Workshop } from "../workshop.ts";
import type { WorkshopArgs } from "../workshopArgs.ts";
import { generatePassword } from "./generatePassword.ts";
import type { Environment, NamedWorkshop } from "./readEnvironment.ts";
import type { WorkshopSettings } from "./workshopSchema.ts";

/**
 * Deploys one workshop of an environment. Whoever deploys manages and uses the key, unless the configuration names others, and
 * assumes the roles that nobody else does.
 */
export function deployWorkshop(
  { name, settings }: NamedWorkshop,
  { guardrails: mode, tags }: Environment,
  warn: Warn,
): Workshop {
  const { key, tables, buckets, users = [], roles = [], secrets = [], trail, alarms, formerNames = [] } = settings;
  const caller = callerArn();
  const args = {
    key: { ...key, administrators: key.administrators ?? [caller], users: key.users ?? [caller] },
    tables,
    secrets: secrets.map(withValue),
    buckets,
    users: users.map(({ statements, ...user }) => ({ ...user, inlinePolicy: policyOf(statements) })),
    roles: roles.map((role) => roleArgs(role, users, caller)),
    trail,
    alarms: alarms?.map(alarmArgs),
    tags,
  };
  return new Workshop(name, args, {
    aliases: formerNames.map((former) => ({ name: former })),
    transformations: mode === "off" ? [] : [guard(guardrails, mode, warn)],
  });
}

type ItemOf<List> = NonNullable<List> extends readonly (infer Item)[] ? Item : never;

function withValue({ secretString, username, ...secret }: ItemOf<WorkshopSettings["secrets"]>) {
  if (secretString !== undefined) return { ...secret, secretString: pulumi.secret(secretString) };
  const password = generatePassword();
  const value = username === undefined ? password : JSON.stringify({ username, password });
  return { ...secret, secretString: pulumi.secret(value), keepsFirstValue: true };
}

function roleArgs(
  { assumedBy = [], services = [], statements, ...role }: ItemOf<WorkshopSettings["roles"]>,
  users: readonly { readonly userName: string }[],
  caller: pulumi.Output<string>,
): ItemOf<WorkshopArgs["roles"]> {
  const isUser = (name: string) => users.some(({ userName }) => userName === name);
  const others = assumedBy.filter((name) => !isUser(name));
  return {
    ...role,
    services,
    userNames: assumedBy.filter(isUser),
    principals: assumedBy.length === 0 && services.length === 0 ? [caller] : others,
    inlinePolicy: policyOf(statements),
  };
}

function policyOf(statements: ItemOf<WorkshopSettings["users"]>["statements"]) {
  return statements === undefined ? undefined : { Version: "2012-10-17" as const, Statement: statements };
}

/** @throws Error when an alarm on a table lacks what `crossCheck` asks for. */
function alarmArgs({ alarmName, on, tableName, consumedReadCapacityUnits }: ItemOf<WorkshopSettings["alarms"]>) {
  if (on !== "table-reads") return { alarmName, on };
  if (tableName === undefined || consumedReadCapacityUnits === undefined) {
    throw new Error(`The alarm ${alarmName} says neither which table nor how much.`);
  }
  return { alarmName, on, tableName, consumedReadCapacityUnits };
}
