import * as pulumi from "@pulumi/pulumi";

import { Component } from "./component.ts";
import { EncryptedSecret, type EncryptedSecretOutputs } from "./encryptedSecret.ts";
import { EncryptedTable, type EncryptedTableOutputs } from "./encryptedTable.ts";
import { EncryptionKey, type EncryptionKeyOutputs } from "./encryptionKey.ts";
import { UnprivilegedUser, type UnprivilegedUserOutputs } from "./unprivilegedUser.ts";
import { checkWorkshop, type WorkshopArgs } from "./workshopArgs.ts";

/** What a `Workshop` hands over. */
export interface WorkshopOutputs {
  readonly key: EncryptionKeyOutputs;
  readonly table?: EncryptedTableOutputs;
  readonly secret?: EncryptedSecretOutputs;
  /** By user name. */
  readonly users: Readonly<Record<string, UnprivilegedUserOutputs>>;
}

/** One environment: a key, what is encrypted with it, and people who may or may not use it. */
export class Workshop extends Component<WorkshopOutputs> {
  readonly outputs: pulumi.Output<WorkshopOutputs>;
  readonly key: EncryptionKey;
  readonly table?: EncryptedTable;
  readonly secret?: EncryptedSecret;
  /** By user name. */
  readonly users: Readonly<Record<string, UnprivilegedUser>>;

  /** @throws pulumi.RunError when an argument is wrong, before anything is created. */
  constructor(name: string, args: WorkshopArgs, options?: pulumi.ComponentResourceOptions) {
    checkWorkshop(`Workshop "${name}"`, args);
    super("keylab:infra:Workshop", name, {}, options);

    const parent = { parent: this };
    const { tags } = args;
    const people = (args.users ?? []).map((settings) => ({
      settings,
      user: new UnprivilegedUser(`${name}-${settings.userName}`, { ...settings, tags }, parent),
    }));
    const administrators = people.filter(({ settings }) => settings.keyAdministrator).map(({ user }) => user);
    const keyUsers = people.filter(({ settings }) => settings.keyUser).map(({ user }) => user);

    this.key = new EncryptionKey(
      name,
      {
        ...args.key,
        administrators: [...args.key.administrators, ...administrators],
        users: [...(args.key.users ?? []), ...keyUsers],
        tags,
      },
      parent,
    );
    if (args.table) {
      const { encryption = "customer-managed" } = args.table;
      this.table = new EncryptedTable(
        `${name}-table`,
        { ...args.table, encryption: encryption === "customer-managed" ? this.key : encryption, tags },
        parent,
      );
    }
    if (args.secret)
      this.secret = new EncryptedSecret(`${name}-secret`, { ...args.secret, key: this.key, tags }, parent);
    this.users = Object.fromEntries(people.map(({ settings, user }) => [settings.userName, user]));

    const outputs = {
      key: this.key.outputs,
      table: this.table?.outputs,
      secret: this.secret?.outputs,
      users: pulumi.all(Object.fromEntries(people.map(({ settings, user }) => [settings.userName, user.outputs]))),
    };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}
