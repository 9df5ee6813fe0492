import { commandsToTry } from "./commandsToTry.ts";
import type { WorkshopSettings } from "./workshopSchema.ts";
import type { UnprivilegedUser } from "../unprivilegedUser.ts";
import type { Workshop } from "../workshop.ts";

/**
 * What a person needs to work with a workshop. Credentials are Pulumi secrets, one by one. Parts that the workshop lacks are left
 * out: Pulumi warns of outputs that are undefined.
 */
export function workshopOutputs(settings: WorkshopSettings, workshop: Workshop) {
  const { key, tables, secrets, buckets, users, roles, trail, alarms } = workshop;
  return {
    key: { arn: key.arn, alias: key.aliasName },
    ...some({
      tables: mapped(tables, ({ arn }) => ({ arn })),
      secrets: mapped(secrets, ({ arn }) => ({ arn })),
      buckets: mapped(buckets, ({ arn }) => ({ arn })),
      users: mapped(users, credentialsOf),
      roles: mapped(roles, ({ arn }) => ({ arn })),
      commands: commandsToTry(settings),
    }),
    ...(trail && { trail: { name: trail.trailName, arn: trail.arn, bucket: trail.bucketName } }),
    ...(Object.keys(alarms).length > 0 && { alarms: Object.keys(alarms) }),
  };
}

type ByName<Part> = Readonly<Record<string, Part>>;

function mapped<Part, Result>(parts: ByName<Part>, outputsOf: (part: Part) => Result): ByName<Result> {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, outputsOf(part)]));
}

/** The groups that have something in them. */
function some<Groups extends ByName<object>>(groups: Groups): Partial<Groups> {
  const all: Partial<Groups> = { ...groups };
  for (const name in groups) if (Object.keys(groups[name] ?? {}).length === 0) Reflect.deleteProperty(all, name);
  return all;
}

function credentialsOf(user: UnprivilegedUser) {
  return {
    arn: user.arn,
    accessKeyId: user.accessKeyId,
    secretAccessKey: user.secretAccessKey,
    ...(user.password && { password: user.password, signInUrl: user.signInUrl }),
  };
}
