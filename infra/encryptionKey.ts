import { Alias } from "@pulumi/aws/kms/alias.js";
import { Key } from "@pulumi/aws/kms/key.js";
import * as pulumi from "@pulumi/pulumi";

import { Component } from "./component.ts";
import { checkEncryptionKey, withDefaults, type EncryptionKeyArgs } from "./encryptionKeyArgs.ts";
import { keyPolicy } from "./keyPolicy.ts";
import type { KeySpec, KeyUsage } from "./rules/keyKind.ts";

/** What an `EncryptionKey` hands over. */
export interface EncryptionKeyOutputs {
  readonly keyId: string;
  readonly arn: string;
  /** With `alias/`, as the API takes it. */
  readonly aliasName: string;
  readonly aliasArn: string;
}

/**
 * A customer managed key with an alias and the key policy that the console's create-key wizard writes, with statements of
 * one's own if there are any.
 *
 * AWS bills such a key about 1 USD a month from its creation, prorated, and nothing while it is pending deletion.
 * Destroying the component schedules the deletion: the key is unusable at once and gone after the waiting period.
 */
export class EncryptionKey extends Component<EncryptionKeyOutputs> {
  readonly outputs: pulumi.Output<EncryptionKeyOutputs>;
  readonly keyId: pulumi.Output<string>;
  /** The ARN, by which everything that is encrypted with the key should name it. */
  readonly arn: pulumi.Output<string>;
  /** With `alias/`, as the API takes it. */
  readonly aliasName: pulumi.Output<string>;
  readonly aliasArn: pulumi.Output<string>;
  /** The kind of key material, known before anything is created. */
  readonly keySpec: KeySpec;
  /** What the key is for, known before anything is created. */
  readonly keyUsage: KeyUsage;
  /** Whether the key can be replicated to other regions, known before anything is created. */
  readonly multiRegion: boolean;

  /** @throws pulumi.RunError when an argument is wrong, before anything is created. */
  constructor(name: string, args: EncryptionKeyArgs, options?: pulumi.ComponentResourceOptions) {
    const owner = `EncryptionKey "${name}"`;
    checkEncryptionKey(owner, args);
    super("keylab:infra:EncryptionKey", name, {}, options);

    const settings = withDefaults(args);
    const key = new Key(
      name,
      {
        description: args.description,
        customerMasterKeySpec: settings.keySpec,
        keyUsage: settings.keyUsage,
        enableKeyRotation: settings.enableKeyRotation,
        multiRegion: args.multiRegion,
        deletionWindowInDays: settings.deletionWindowInDays,
        policy: keyPolicy(owner, args, this),
        tags: args.tags,
      },
      { parent: this },
    );
    const alias = new Alias(`${name}-alias`, { name: `alias/${args.alias}`, targetKeyId: key.keyId }, { parent: this });

    this.keySpec = settings.keySpec;
    this.keyUsage = settings.keyUsage;
    this.multiRegion = args.multiRegion ?? false;
    this.keyId = key.keyId;
    this.arn = key.arn;
    this.aliasName = alias.name;
    this.aliasArn = alias.arn;
    const outputs = { keyId: this.keyId, arn: this.arn, aliasName: this.aliasName, aliasArn: this.aliasArn };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}
