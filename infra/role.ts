import { Role as IamRole } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import * as pulumi from "@pulumi/pulumi";

import { checkArgument } from "./checkArgument.ts";
import { Component } from "./component.ts";
import type { PolicyDocument } from "./policies/policyDocument.ts";
import { trustPolicy } from "./policies/trustPolicy.ts";
import { checkPrincipals, principalArns, type Principal } from "./principal.ts";
import { atLeastOne } from "./rules/atLeastOne.ts";
import { policyArn } from "./rules/policyArn.ts";
import { roleName } from "./rules/resourceName.ts";
import type { Tags } from "./tags.ts";

/** Arguments of a `Role`. */
export interface RoleArgs {
  readonly roleName: string;
  /** Who may assume the role: people and roles. At least one, unless a service may. Default: nobody. */
  readonly principals?: readonly Principal[];
  /** The AWS services that may assume the role, such as `lambda.amazonaws.com`. Default: none. */
  readonly services?: readonly string[];
  /** ARNs of managed policies to attach. Default: none. */
  readonly policyArns?: readonly string[];
  /** A policy of the role's own. Default: none. */
  readonly inlinePolicy?: pulumi.Input<PolicyDocument>;
  readonly tags?: Tags;
}

/** What a `Role` hands over. */
export interface RoleOutputs {
  readonly roleName: string;
  readonly arn: string;
}

/** An IAM role: a trust policy, which says who may assume it, and policies, which say what it may do then. */
export class Role extends Component<RoleOutputs> {
  readonly outputs: pulumi.Output<RoleOutputs>;
  readonly roleName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;

  /** @throws pulumi.RunError when an argument is wrong, before anything is created. */
  constructor(name: string, args: RoleArgs, options?: pulumi.ComponentResourceOptions) {
    const owner = `Role "${name}"`;
    checkRole(owner, args);
    super("keylab:infra:Role", name, {}, options);

    const parent = { parent: this };
    const principals = principalArns(owner, "principals", args.principals ?? [], parent);
    const assumeRolePolicy = principals.apply((arns) => JSON.stringify(trustPolicy(arns, args.services ?? [])));
    const role = new IamRole(name, { name: args.roleName, assumeRolePolicy, tags: args.tags }, parent);
    addPolicies(name, args, role, parent);

    this.roleName = role.name;
    this.arn = role.arn;
    const outputs = { roleName: this.roleName, arn: this.arn };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}

/**
 * Refuses wrong arguments of a `Role`.
 *
 * @throws pulumi.RunError
 */
export function checkRole(owner: string, args: RoleArgs): void {
  const { principals = [], services = [], policyArns = [] } = args;
  checkArgument(owner, "roleName", args.roleName, roleName);
  checkArgument(owner, "principals", [...principals, ...services], atLeastOne("principal or service"));
  checkPrincipals(owner, "principals", principals);
  for (const [index, arn] of policyArns.entries()) checkArgument(owner, `policyArns[${index}]`, arn, policyArn);
}

/** The attachments are named after their policies, so that the order in which policies are listed does not matter. */
function addPolicies(name: string, args: RoleArgs, role: IamRole, options: { parent: Role }) {
  for (const arn of args.policyArns ?? []) {
    const policy = arn.slice(arn.indexOf("/") + 1);
    new RolePolicyAttachment(`${name}-${policy}`, { role: role.name, policyArn: arn }, options);
  }
  if (args.inlinePolicy !== undefined) {
    const policy = pulumi.jsonStringify(args.inlinePolicy);
    new RolePolicy(`${name}-inline`, { name: "inline", role: role.name, policy }, options);
  }
}
