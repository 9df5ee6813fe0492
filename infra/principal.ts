import { getSessionContextOutput } from "@pulumi/aws/iam/getSessionContext.js";
import * as pulumi from "@pulumi/pulumi";

import { checkArgument } from "./checkArgument.ts";
import { principalArn } from "./rules/principalArn.ts";
import { isRoleSession } from "./rules/roleSession.ts";

/** Someone a key policy can name: an ARN, or a component or resource that has one. */
export type Principal = pulumi.Input<string> | PrincipalResource;

/** A component or resource that stands for a principal, such as an `UnprivilegedUser` or an `aws.iam.Role`. */
export interface PrincipalResource {
  readonly arn: pulumi.Output<string>;
}

/**
 * Refuses an ARN that no key policy may name. ARNs that are not known yet (Outputs) are checked by `principalArns`.
 *
 * @throws pulumi.RunError
 */
export function checkPrincipals(owner: string, argument: string, principals: readonly Principal[]): void {
  for (const [index, principal] of principals.entries()) {
    if (typeof principal === "string") checkArgument(owner, `${argument}[${index}]`, principal, principalArn);
  }
}

/**
 * The ARNs of principals as a key policy names them: a role session is replaced by its role. The role is looked up (the
 * session's ARN lacks the role's path), which takes `iam:GetRole` and a role of the caller's own account. An ARN that
 * becomes known only while deploying is checked then, before the key with that policy is created.
 */
export function principalArns(
  owner: string,
  argument: string,
  principals: readonly Principal[],
  options: pulumi.InvokeOutputOptions,
): pulumi.Output<string[]> {
  return pulumi.all(
    principals.map((principal, index) =>
      pulumi.output(arnOf(principal)).apply((arn) => {
        checkArgument(owner, `${argument}[${index}]`, arn, principalArn);
        return isRoleSession(arn) ? getSessionContextOutput({ arn }, options).issuerArn : pulumi.output(arn);
      }),
    ),
  );
}

function arnOf(principal: Principal): pulumi.Input<string> {
  return isResource(principal) ? principal.arn : principal;
}

// An Output answers to every property, `arn` included, so it has to be told apart first.
function isResource(principal: Principal): principal is PrincipalResource {
  return typeof principal === "object" && !pulumi.Output.isInstance(principal) && "arn" in principal;
}
