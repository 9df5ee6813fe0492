import { Alias } from "@pulumi/aws/kms/alias.js";
import { ExternalKey } from "@pulumi/aws/kms/externalKey.js";
import * as pulumi from "@pulumi/pulumi";

import { Component } from "./component.ts";
import type { EncryptionKeyOutputs } from "./encryptionKey.ts";
import { checkEncryptionKey, withDefaults, type EncryptionKeyArgs } from "./encryptionKeyArgs.ts";
import { keyPolicy } from "./keyPolicy.ts";

/** Arguments of an `ImportedKey`: a symmetric encryption key, which KMS does not rotate by itself. */
export type ImportedKeyArgs = Omit<EncryptionKeyArgs, "enableKeyRotation" | "keySpec" | "keyUsage" | "multiRegion">;

/**
 * A customer managed key whose material comes from outside of KMS (origin `EXTERNAL`), with an alias and the console key
 * policy. It is made without material, as no secret of it should lie in the stack's state: it waits in `PendingImport` until
 * somebody imports some.
 *
 * Billed and destroyed as an `EncryptionKey`. Source: KMS Developer Guide, "Importing key material".
 */
export class ImportedKey extends Component<EncryptionKeyOutputs> {
  readonly outputs: pulumi.Output<EncryptionKeyOutputs>;
  readonly keyId: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** With `alias/`, as the API takes it. */
  readonly aliasName: pulumi.Output<string>;
  readonly aliasArn: pulumi.Output<string>;

  /** @throws pulumi.RunError when an argument is wrong, before anything is created. */
  constructor(name: string, args: ImportedKeyArgs, options?: pulumi.ComponentResourceOptions) {
    const owner = `ImportedKey "${name}"`;
    checkEncryptionKey(owner, args);
    super("keylab:infra:ImportedKey", name, {}, options);

    const { deletionWindowInDays } = withDefaults(args);
    const { description, tags } = args;
    const policy = keyPolicy(owner, args, this);
    const key = new ExternalKey(name, { description, deletionWindowInDays, policy, tags }, { parent: this });
    const alias = new Alias(`${name}-alias`, { name: `alias/${args.alias}`, targetKeyId: key.id }, { parent: this });

    this.keyId = key.id;
    this.arn = key.arn;
    this.aliasName = alias.name;
    this.aliasArn = alias.arn;
    const outputs = { keyId: this.keyId, arn: this.arn, aliasName: this.aliasName, aliasArn: this.aliasArn };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}
