import { Secret } from "@pulumi/aws/secretsmanager/secret.js";
import { SecretPolicy } from "@pulumi/aws/secretsmanager/secretPolicy.js";
import { SecretVersion } from "@pulumi/aws/secretsmanager/secretVersion.js";
import * as pulumi from "@pulumi/pulumi";

import { checkArgument } from "./checkArgument.ts";
import { Component } from "./component.ts";
import type { EncryptionKey } from "./encryptionKey.ts";
import { checkKeyStatements, keyStatements, type KeyStatement } from "./keyStatement.ts";
import type { PolicyDocument } from "./policies/policyDocument.ts";
import { serviceKeySpec } from "./rules/keyKind.ts";
import { secretName } from "./rules/resourceName.ts";
import type { Tags } from "./tags.ts";

/** Arguments of an `EncryptedSecret`. */
export interface EncryptedSecretArgs {
  readonly secretName: string;
  /** The secret value. Kept as a Pulumi secret, whether it was one or not. */
  readonly secretString: pulumi.Input<string>;
  /**
   * Whether the value that the secret was created with stays, whatever `secretString` says later: a value that is drawn anew
   * at every deployment is kept in this way. Default: false.
   */
  readonly keepsFirstValue?: boolean;
  /** The key that encrypts the value: a symmetric encryption key. Default: the account's `aws/secretsmanager`. */
  readonly key?: EncryptionKey;
  readonly description?: pulumi.Input<string>;
  /** The statements of the secret's resource policy. Default: it has none. */
  readonly statements?: readonly KeyStatement[];
  readonly tags?: Tags;
}

/** What an `EncryptedSecret` hands over: not the value. */
export interface EncryptedSecretOutputs {
  readonly arn: string;
  readonly name: string;
  readonly versionId: string;
  /** The customer managed key, if there is one: the provider does not tell the ARN of `aws/secretsmanager`. */
  readonly keyArn?: string;
}

/**
 * A Secrets Manager secret with one version, under a customer managed key or the account's own for secrets.
 *
 * Destroying it deletes it at once, without a recovery window: its name is free again, and nothing waits to be paid for.
 */
export class EncryptedSecret extends Component<EncryptedSecretOutputs> {
  readonly outputs: pulumi.Output<EncryptedSecretOutputs>;
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  readonly versionId: pulumi.Output<string>;
  readonly keyArn?: pulumi.Output<string>;

  /** @throws pulumi.RunError when an argument is wrong, before anything is created. */
  constructor(name: string, args: EncryptedSecretArgs, options?: pulumi.ComponentResourceOptions) {
    const owner = `EncryptedSecret "${name}"`;
    checkEncryptedSecret(owner, args);
    super("keylab:infra:EncryptedSecret", name, {}, options);

    const secret = new Secret(
      name,
      {
        name: args.secretName,
        description: args.description,
        kmsKeyId: args.key?.arn,
        recoveryWindowInDays: 0,
        tags: args.tags,
      },
      { parent: this },
    );
    const version = new SecretVersion(
      `${name}-version`,
      { secretId: secret.arn, secretString: pulumi.secret(args.secretString) },
      { parent: this, ignoreChanges: args.keepsFirstValue === true ? ["secretString"] : [] },
    );
    if (args.statements !== undefined && args.statements.length > 0) {
      const policy = resourcePolicy(owner, args.statements, this);
      new SecretPolicy(`${name}-policy`, { secretArn: secret.arn, policy, blockPublicPolicy: true }, { parent: this });
    }

    this.arn = secret.arn;
    this.name = secret.name;
    this.versionId = version.versionId;
    this.keyArn = args.key?.arn;
    const outputs = { arn: this.arn, name: this.name, versionId: this.versionId, keyArn: this.keyArn };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}

/**
 * Refuses wrong arguments of an `EncryptedSecret`.
 *
 * @throws pulumi.RunError
 */
export function checkEncryptedSecret(
  owner: string,
  args: Pick<EncryptedSecretArgs, "secretName" | "statements"> & { readonly key?: Pick<EncryptionKey, "keySpec"> },
): void {
  checkArgument(owner, "secretName", args.secretName, secretName);
  checkArgument(owner, "key", args.key?.keySpec, serviceKeySpec);
  checkKeyStatements(owner, args.statements ?? []);
}

/** The text of the resource policy; unknown while a principal of it is. */
function resourcePolicy(
  owner: string,
  statements: readonly KeyStatement[],
  parent: EncryptedSecret,
): pulumi.Output<string> {
  return keyStatements(owner, statements, { parent }).apply((Statement) =>
    JSON.stringify({ Version: "2012-10-17", Statement } satisfies PolicyDocument),
  );
}
