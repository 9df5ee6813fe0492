import { AccessKey } from "@pulumi/aws/iam/accessKey.js";
import { User } from "@pulumi/aws/iam/user.js";
import { UserLoginProfile } from "@pulumi/aws/iam/userLoginProfile.js";
import { UserPolicy } from "@pulumi/aws/iam/userPolicy.js";
import { UserPolicyAttachment } from "@pulumi/aws/iam/userPolicyAttachment.js";
import * as pulumi from "@pulumi/pulumi";

import { checkArgument } from "./checkArgument.ts";
import { Component } from "./component.ts";
import type { PolicyDocument } from "./policies/policyDocument.ts";
import { policyArn } from "./rules/policyArn.ts";
import { userName } from "./rules/resourceName.ts";
import type { Tags } from "./tags.ts";

/** Arguments of an `UnprivilegedUser`. */
export interface UnprivilegedUserArgs {
  readonly userName: string;
  /** ARNs of managed policies to attach, such as `arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess`. Default: none. */
  readonly policyArns?: readonly string[];
  /** A policy of the user's own. Default: none. */
  readonly inlinePolicy?: pulumi.Input<PolicyDocument>;
  /** ARN of the managed policy that limits whatever the user's other policies allow. Default: no limit. */
  readonly permissionsBoundary?: string;
  /** Whether the user may sign in to the console, with a generated password that need not be changed. Default: false. */
  readonly consoleLogin?: boolean;
  readonly tags?: Tags;
}

/** What an `UnprivilegedUser` hands over. Secret as a whole. */
export interface UnprivilegedUserOutputs {
  readonly userName: string;
  readonly arn: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Only with `consoleLogin`. */
  readonly password?: string;
  /** The account's console sign-in page. Only with `consoleLogin`. */
  readonly signInUrl?: string;
}

/**
 * An IAM user with an access key and only the policies it is given: no key policy names it unless someone adds it there.
 *
 * Destroying it also removes access keys, MFA devices and login profiles that the user made meanwhile (`forceDestroy`).
 * Policies that somebody attached by hand stay, and IAM then refuses to delete the user.
 */
export class UnprivilegedUser extends Component<UnprivilegedUserOutputs> {
  readonly outputs: pulumi.Output<UnprivilegedUserOutputs>;
  readonly userName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  readonly accessKeyId: pulumi.Output<string>;
  /** A Pulumi secret. */
  readonly secretAccessKey: pulumi.Output<string>;
  /** A Pulumi secret, 20 characters. Only with `consoleLogin`. */
  readonly password?: pulumi.Output<string>;
  /** The account's console sign-in page. Only with `consoleLogin`. */
  readonly signInUrl?: pulumi.Output<string>;

  /** @throws pulumi.RunError when an argument is wrong, before anything is created. */
  constructor(name: string, args: UnprivilegedUserArgs, options?: pulumi.ComponentResourceOptions) {
    checkUnprivilegedUser(`UnprivilegedUser "${name}"`, args);
    super("keylab:infra:UnprivilegedUser", name, {}, options);

    const parent = { parent: this };
    const { permissionsBoundary, tags } = args;
    const user = new User(name, { name: args.userName, permissionsBoundary, forceDestroy: true, tags }, parent);
    addPolicies(name, args, user, parent);
    const accessKey = new AccessKey(`${name}-access-key`, { user: user.name }, parent);

    this.userName = user.name;
    this.arn = user.arn;
    this.accessKeyId = accessKey.id;
    this.secretAccessKey = pulumi.secret(accessKey.secret);
    if (args.consoleLogin === true) {
      const login = new UserLoginProfile(
        `${name}-login`,
        { user: user.name, passwordResetRequired: false, passwordLength: 20 },
        parent,
      );
      this.password = pulumi.secret(login.password);
      this.signInUrl = user.arn.apply(signInUrlOf);
    }
    const outputs = {
      userName: this.userName,
      arn: this.arn,
      accessKeyId: this.accessKeyId,
      secretAccessKey: this.secretAccessKey,
      password: this.password,
      signInUrl: this.signInUrl,
    };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}

/**
 * Refuses wrong arguments of an `UnprivilegedUser`.
 *
 * @throws pulumi.RunError
 */
export function checkUnprivilegedUser(owner: string, args: UnprivilegedUserArgs): void {
  checkArgument(owner, "userName", args.userName, userName);
  checkArgument(owner, "permissionsBoundary", args.permissionsBoundary, policyArn);
  for (const [index, arn] of (args.policyArns ?? []).entries()) {
    checkArgument(owner, `policyArns[${index}]`, arn, policyArn);
  }
}

/** The attachments are named after their policies, so that the order in which policies are listed does not matter. */
function addPolicies(name: string, args: UnprivilegedUserArgs, user: User, options: { parent: UnprivilegedUser }) {
  for (const arn of args.policyArns ?? []) {
    const policy = arn.slice(arn.indexOf("/") + 1);
    new UserPolicyAttachment(`${name}-${policy}`, { user: user.name, policyArn: arn }, options);
  }
  if (args.inlinePolicy !== undefined) {
    const policy = pulumi.jsonStringify(args.inlinePolicy);
    new UserPolicy(`${name}-inline`, { name: "inline", user: user.name, policy }, options);
  }
}

/** Source: IAM User Guide, "How IAM users sign in to AWS". */
function signInUrlOf(userArn: string): string {
  return `https://${userArn.split(":")[4] ?? ""}.signin.aws.amazon.com/console`;
}
