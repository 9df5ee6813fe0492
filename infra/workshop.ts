import * as pulumi from "@pulumi/pulumi";

import type { AlarmOutputs } from "./alarmOutputs.ts";
import { AuditTrail, type AuditTrailOutputs } from "./auditTrail.ts";
import { Bucket, type BucketOutputs } from "./bucket.ts";
import { checkWorkshop } from "./checkWorkshop.ts";
import { Component } from "./component.ts";
import { EncryptedSecret, type EncryptedSecretOutputs } from "./encryptedSecret.ts";
import { EncryptedTable, type EncryptedTableOutputs } from "./encryptedTable.ts";
import { EncryptionKey, type EncryptionKeyOutputs } from "./encryptionKey.ts";
import { Role, type RoleOutputs } from "./role.ts";
import { UnprivilegedUser, type UnprivilegedUserOutputs } from "./unprivilegedUser.ts";
import { workshopAlarm } from "./workshopAlarm.ts";
import type { KeyRights, WorkshopArgs } from "./workshopArgs.ts";

/** Parts of a workshop by their names in AWS. */
export type ByName<Part> = Readonly<Record<string, Part>>;

/** What a `Workshop` hands over. */
export interface WorkshopOutputs {
  readonly key: EncryptionKeyOutputs;
  readonly tables: ByName<EncryptedTableOutputs>;
  readonly secrets: ByName<EncryptedSecretOutputs>;
  readonly buckets: ByName<BucketOutputs>;
  readonly users: ByName<UnprivilegedUserOutputs>;
  readonly roles: ByName<RoleOutputs>;
  readonly trail?: AuditTrailOutputs;
  readonly alarms: ByName<AlarmOutputs>;
}

/** A key, what is encrypted with it, people who may or may not use it, and who watches them. */
export class Workshop extends Component<WorkshopOutputs> {
  readonly outputs: pulumi.Output<WorkshopOutputs>;
  readonly key: EncryptionKey;
  readonly tables: ByName<EncryptedTable>;
  readonly secrets: ByName<EncryptedSecret>;
  readonly buckets: ByName<Bucket>;
  readonly users: ByName<UnprivilegedUser>;
  readonly roles: ByName<Role>;
  readonly trail?: AuditTrail;
  readonly alarms: ByName<Component<AlarmOutputs>>;

  /** @throws pulumi.RunError when an argument is wrong, before anything is created. */
  constructor(name: string, args: WorkshopArgs, options?: pulumi.ComponentResourceOptions) {
    checkWorkshop(`Workshop "${name}"`, args);
    super("keylab:infra:Workshop", name, {}, options);

    this.users = createUsers(name, args, this);
    this.roles = createRoles(name, args, this);
    this.key = createKey(name, args, this);
    this.tables = createTables(name, args, this);
    this.secrets = createSecrets(name, args, this);
    this.buckets = createBuckets(name, args, this);
    const { tags, trail, alarms = [] } = args;
    const parent = { parent: this };
    if (trail !== undefined) {
      const readers = (trail.readers ?? []).flatMap((reader) => this.users[reader] ?? []);
      this.trail = new AuditTrail(`${name}-trail`, { trailName: trail.trailName, readers, tags }, parent);
    }
    const watched = { key: this.key, tables: this.tables, tags };
    this.alarms = byName(
      alarms,
      ({ alarmName }) => alarmName,
      (alarm) => workshopAlarm(`${name}-${alarm.alarmName}`, alarm, watched, parent),
    );

    const outputs = {
      key: this.key.outputs,
      tables: outputsOf(this.tables),
      secrets: outputsOf(this.secrets),
      buckets: outputsOf(this.buckets),
      users: outputsOf(this.users),
      roles: outputsOf(this.roles),
      trail: this.trail?.outputs,
      alarms: outputsOf(this.alarms),
    };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}

function createUsers(name: string, { users = [], tags }: WorkshopArgs, parent: Workshop) {
  return byName(
    users,
    ({ userName }) => userName,
    (settings) => new UnprivilegedUser(`${name}-${settings.userName}`, { ...settings, tags }, { parent }),
  );
}

function createRoles(name: string, { roles = [], tags }: WorkshopArgs, parent: Workshop) {
  return byName(
    roles,
    ({ roleName }) => roleName,
    ({ userNames = [], principals = [], ...settings }) => {
      const people = [...principals, ...userNames.flatMap((userName) => parent.users[userName] ?? [])];
      return new Role(`${name}-${settings.roleName}`, { ...settings, principals: people, tags }, { parent });
    },
  );
}

function createKey(name: string, args: WorkshopArgs, parent: Workshop): EncryptionKey {
  const { protect, retainOnDelete, ...key } = args.key;
  const people = [
    ...(args.users ?? []).map((settings) => ({ settings, person: parent.users[settings.userName] })),
    ...(args.roles ?? []).map((settings) => ({ settings, person: parent.roles[settings.roleName] })),
  ];
  const peopleWith = (right: keyof KeyRights) =>
    people.flatMap(({ settings, person }) => (settings[right] === true && person !== undefined ? [person] : []));
  return new EncryptionKey(
    name,
    {
      ...key,
      administrators: [...key.administrators, ...peopleWith("keyAdministrator")],
      users: [...(key.users ?? []), ...peopleWith("keyUser")],
      tags: key.tags === undefined ? args.tags : { ...args.tags, ...key.tags },
    },
    { parent, protect, retainOnDelete },
  );
}

function createTables(name: string, { tables = [], tags }: WorkshopArgs, parent: Workshop) {
  return byName(
    tables,
    ({ tableName }) => tableName,
    ({ encryption = "customer-managed", protect, ...table }, index) =>
      new EncryptedTable(
        `${name}-${table.tableName}`,
        { ...table, encryption: encryption === "customer-managed" ? parent.key : encryption, tags },
        { parent, protect, aliases: formerName(`${name}-table`, index) },
      ),
  );
}

function createSecrets(name: string, { secrets = [], tags }: WorkshopArgs, parent: Workshop) {
  return byName(
    secrets,
    ({ secretName }) => secretName,
    (secret, index) =>
      new EncryptedSecret(
        `${name}-${secret.secretName}`,
        { ...secret, key: parent.key, tags },
        { parent, aliases: formerName(`${name}-secret`, index) },
      ),
  );
}

function createBuckets(name: string, { buckets = [], tags }: WorkshopArgs, parent: Workshop) {
  return byName(
    buckets,
    ({ bucketName }) => bucketName,
    ({ encryption, ...bucket }) => {
      const key = encryption === "owned" ? undefined : parent.key;
      return new Bucket(`${name}-${bucket.bucketName}`, { ...bucket, key, tags }, { parent });
    },
  );
}

/** When a workshop had one table and one secret, they were named after what they are: they are not made anew. */
function formerName(name: string, index: number): pulumi.Alias[] {
  return index === 0 ? [{ name }] : [];
}

function byName<Settings, Part>(
  list: readonly Settings[],
  nameOf: (settings: Settings) => string,
  create: (settings: Settings, index: number) => Part,
): ByName<Part> {
  return Object.fromEntries(list.map((settings, index) => [nameOf(settings), create(settings, index)]));
}

function outputsOf<Outputs extends object>(parts: ByName<Component<Outputs>>) {
  return pulumi.all(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.outputs])));
}
