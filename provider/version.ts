/** The version of `@pulumi/aws` whose declarations the embedded provider follows. */
export const VERSION = "7.48.0";
