/** The version of `@pulumi/awsx` whose declarations the embedded provider follows. */
export const AWSX_VERSION = "3.9.0";
