import { Alias } from "@pulumi/aws/kms/alias.js";
import { ReplicaKey as KmsReplicaKey } from "@pulumi/aws/kms/replicaKey.js";
import * as pulumi from "@pulumi/pulumi";

import { checkArgument } from "./checkArgument.ts";
import { Component } from "./component.ts";
import type { EncryptionKey, EncryptionKeyOutputs } from "./encryptionKey.ts";
import { checkEncryptionKey, withDefaults, type EncryptionKeyArgs } from "./encryptionKeyArgs.ts";
import { keyPolicy } from "./keyPolicy.ts";
import { primaryKey } from "./rules/primaryKey.ts";
import { regionName } from "./rules/regionName.ts";

/** Arguments of a `ReplicaKey`: what is not said here is as the primary key has it. */
export interface ReplicaKeyArgs extends Omit<
  EncryptionKeyArgs,
  "enableKeyRotation" | "keySpec" | "keyUsage" | "multiRegion"
> {
  /** A multi-Region key. */
  readonly primary: EncryptionKey;
  /** Where the replica is: a region that is not the primary's. */
  readonly region: string;
}

/**
 * A replica of a multi-Region key in another region: with the id and the material of the primary, and with an alias and a
 * console key policy of its own. KMS bills it as a key.
 *
 * Destroying it schedules its deletion. The primary's own time begins when the last of its replicas is gone.
 */
export class ReplicaKey extends Component<EncryptionKeyOutputs> {
  readonly outputs: pulumi.Output<EncryptionKeyOutputs>;
  readonly keyId: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** With `alias/`, as the API takes it. */
  readonly aliasName: pulumi.Output<string>;
  readonly aliasArn: pulumi.Output<string>;

  /** @throws pulumi.RunError when an argument is wrong, before anything is created. */
  constructor(name: string, args: ReplicaKeyArgs, options?: pulumi.ComponentResourceOptions) {
    const owner = `ReplicaKey "${name}"`;
    checkReplicaKey(owner, args);
    super("keylab:infra:ReplicaKey", name, {}, options);

    const parent = { parent: this };
    const { description, primary, region, tags } = args;
    const { deletionWindowInDays } = withDefaults(args);
    const policy = keyPolicy(owner, { ...args, keySpec: primary.keySpec, keyUsage: primary.keyUsage }, this);
    const settings = { primaryKeyArn: primary.arn, region, description, deletionWindowInDays, policy, tags };
    const key = new KmsReplicaKey(name, settings, parent);
    const alias = new Alias(`${name}-alias`, { name: `alias/${args.alias}`, region, targetKeyId: key.keyId }, parent);

    this.keyId = key.keyId;
    this.arn = key.arn;
    this.aliasName = alias.name;
    this.aliasArn = alias.arn;
    const outputs = { keyId: this.keyId, arn: this.arn, aliasName: this.aliasName, aliasArn: this.aliasArn };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}

/**
 * Refuses wrong arguments of a `ReplicaKey`.
 *
 * @throws pulumi.RunError
 */
export function checkReplicaKey(
  owner: string,
  args: Omit<ReplicaKeyArgs, "primary"> & { readonly primary: Pick<EncryptionKey, "multiRegion"> },
): void {
  checkEncryptionKey(owner, args);
  checkArgument(owner, "primary.multiRegion", args.primary.multiRegion, primaryKey);
  checkArgument(owner, "region", args.region, regionName);
}
