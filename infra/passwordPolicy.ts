import { AccountPasswordPolicy } from "@pulumi/aws/iam/accountPasswordPolicy.js";
import * as pulumi from "@pulumi/pulumi";

import { checkArgument } from "./checkArgument.ts";
import { Component } from "./component.ts";
import { passwordLength } from "./rules/passwordLength.ts";

/** Arguments of a `PasswordPolicy`. */
export interface PasswordPolicyArgs {
  /** In characters: 6 to 128. */
  readonly minimumPasswordLength: number;
  /** Whether every user may change their own password, without a policy of their own that says so. */
  readonly allowUsersToChangePassword: boolean;
}

/** What a `PasswordPolicy` hands over. */
export interface PasswordPolicyOutputs {
  readonly minimumPasswordLength: number;
}

/**
 * The password policy of the account, which asks for letters of both cases, digits and symbols. An account has one: whatever
 * policy it had is overwritten, and destroying the component brings AWS's default back, not the former policy.
 * Source: IAM User Guide, "Set an account password policy for IAM users".
 */
export class PasswordPolicy extends Component<PasswordPolicyOutputs> {
  readonly outputs: pulumi.Output<PasswordPolicyOutputs>;

  /** @throws pulumi.RunError when an argument is wrong, before anything is created. */
  constructor(name: string, args: PasswordPolicyArgs, options?: pulumi.ComponentResourceOptions) {
    const { minimumPasswordLength, allowUsersToChangePassword } = args;
    checkArgument(`PasswordPolicy "${name}"`, "minimumPasswordLength", minimumPasswordLength, passwordLength);
    super("keylab:infra:PasswordPolicy", name, {}, options);

    const policy = new AccountPasswordPolicy(
      name,
      {
        minimumPasswordLength,
        allowUsersToChangePassword,
        requireLowercaseCharacters: true,
        requireNumbers: true,
        requireSymbols: true,
        requireUppercaseCharacters: true,
      },
      { parent: this },
    );
    // Known with the policy, not before: who reads it finds the policy in force.
    const outputs = { minimumPasswordLength: policy.id.apply(() => minimumPasswordLength) };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}
