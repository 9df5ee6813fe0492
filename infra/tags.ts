import type * as pulumi from "@pulumi/pulumi";

/** Tags of a resource, by key. */
export type Tags = pulumi.Input<Record<string, pulumi.Input<string>>>;
