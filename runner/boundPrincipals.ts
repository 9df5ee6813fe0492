import type * as pulumi from "@pulumi/pulumi";

const principals: ReadonlySet<string> = new Set(["aws:iam/user:User", "aws:iam/role:Role"]);

/**
 * Gives a permissions boundary to every user and role that has none of its own.
 *
 * @param permissionsBoundary the ARN of a managed policy
 */
export function boundPrincipals(permissionsBoundary: string): pulumi.ResourceTransformation {
  return ({ type, props, opts }) =>
    principals.has(type) && props.permissionsBoundary === undefined
      ? { props: { ...props, permissionsBoundary }, opts }
      : undefined;
}
