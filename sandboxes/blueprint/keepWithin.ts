import type * as pulumi from "@pulumi/pulumi";

/** What users and roles are given. */
export interface Limits {
  /** The IAM path. */
  readonly path: string;
  /** The ARN of a managed policy. */
  readonly permissionsBoundary: pulumi.Input<string>;
}

const principals: ReadonlySet<string> = new Set(["aws:iam/user:User", "aws:iam/role:Role"]);

/** Gives a path and a permissions boundary to every user and role of a program, whatever their components say. */
export function keepWithin({ path, permissionsBoundary }: Limits): pulumi.ResourceTransformation {
  return ({ type, props, opts }) =>
    principals.has(type) ? { props: { ...props, path, permissionsBoundary }, opts } : undefined;
}
