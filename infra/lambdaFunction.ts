import { Function } from "@pulumi/aws/lambda/function.js";
import * as pulumi from "@pulumi/pulumi";

import { checkArgument } from "./checkArgument.ts";
import { Component } from "./component.ts";
import type { EncryptionKey } from "./encryptionKey.ts";
import type { Role } from "./role.ts";
import { functionName } from "./rules/functionName.ts";
import { serviceKeySpec } from "./rules/keyKind.ts";
import type { Tags } from "./tags.ts";

/** Arguments of a `LambdaFunction`. */
export interface LambdaFunctionArgs {
  readonly functionName: string;
  /** The execution role: whom the code acts as. `lambda.amazonaws.com` must be one of its services. */
  readonly role: Role;
  /** The function's one file, a CommonJS module for Node.js that exports `handler`. The AWS SDK is there. */
  readonly code: string;
  /** Environment variables. Kept as a Pulumi secret. Default: none. */
  readonly environment?: Readonly<Record<string, pulumi.Input<string>>>;
  /** The key that encrypts the environment variables: a symmetric encryption key. Default: `aws/lambda`. */
  readonly key?: EncryptionKey;
  readonly tags?: Tags;
}

/** What a `LambdaFunction` hands over: nothing of its environment variables. */
export interface LambdaFunctionOutputs {
  readonly functionName: string;
  readonly arn: string;
  /** The customer managed key of the environment variables, if there is one. */
  readonly keyArn?: string;
}

/**
 * A Lambda function in Node.js. Lambda makes a grant on the key for the execution role, which so reads its environment
 * variables without a policy of its own. It logs only if its role may.
 * Source: Lambda Developer Guide, "Securing Lambda environment variables".
 */
export class LambdaFunction extends Component<LambdaFunctionOutputs> {
  readonly outputs: pulumi.Output<LambdaFunctionOutputs>;
  readonly functionName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;

  /** @throws pulumi.RunError when an argument is wrong, before anything is created. */
  constructor(name: string, args: LambdaFunctionArgs, options?: pulumi.ComponentResourceOptions) {
    checkLambdaFunction(`LambdaFunction "${name}"`, args);
    super("keylab:infra:LambdaFunction", name, {}, options);

    const lambdaFunction = new Function(
      name,
      {
        name: args.functionName,
        role: args.role.arn,
        runtime: "nodejs22.x",
        handler: "index.handler",
        code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset(args.code) }),
        environment: args.environment && { variables: pulumi.secret(args.environment) },
        kmsKeyArn: args.key?.arn,
        // A first call of the AWS SDK takes longer than the three seconds that Lambda gives by default.
        timeout: 30,
        tags: args.tags,
      },
      { parent: this },
    );

    this.functionName = lambdaFunction.name;
    this.arn = lambdaFunction.arn;
    const outputs = { functionName: this.functionName, arn: this.arn, keyArn: args.key?.arn };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}

/**
 * Refuses wrong arguments of a `LambdaFunction`.
 *
 * @throws pulumi.RunError
 */
export function checkLambdaFunction(
  owner: string,
  args: { readonly functionName: string; readonly key?: Pick<EncryptionKey, "keySpec"> },
): void {
  checkArgument(owner, "functionName", args.functionName, functionName);
  checkArgument(owner, "key", args.key?.keySpec, serviceKeySpec);
}
