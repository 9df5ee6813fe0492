import type { WorkshopSettings } from "../../infra/environment/workshopSchema.ts";

/**
 * A workshop of which all names begin with a prefix and a hyphen. Buckets need lowercase names anyway; the trail goes, as a trail tells of a whole
 * account.
 */
export function prefixed(settings: WorkshopSettings, prefix: string): WorkshopSettings {
  const { key, tables, secrets, buckets, users, roles, alarms } = settings;
  const name = (given: string) => `${prefix}-${given}`;
  const isUser = (given: string) => users?.some(({ userName }) => userName === given) === true;
  return {
    key: { ...key, alias: name(key.alias) },
    tables: tables?.map((table) => ({ ...table, tableName: name(table.tableName) })),
    secrets: secrets?.map((secret) => ({ ...secret, secretName: name(secret.secretName) })),
    buckets: buckets?.map((bucket) => ({ ...bucket, bucketName: name(bucket.bucketName) })),
    users: users?.map((user) => ({ ...user, userName: name(user.userName) })),
    roles: roles?.map(({ assumedBy, ...role }) => ({
      ...role,
      roleName: name(role.roleName),
      assumedBy: assumedBy?.map((given) => (isUser(given) ? name(given) : given)),
    })),
    alarms: alarms?.map((alarm) => ({
      ...alarm,
      alarmName: name(alarm.alarmName),
      tableName: alarm.tableName === undefined ? undefined : name(alarm.tableName),
    })),
  };
}
