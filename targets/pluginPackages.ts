import { AWSX_VERSION } from "../provider/awsx/version.ts";
import { VERSION } from "../provider/version.ts";

/** The Pulumi packages that the embedded provider serves, in the versions by which programs ask for their plugins. */
export const pluginPackages = [
  { name: "aws", version: VERSION },
  { name: "awsx", version: AWSX_VERSION },
] as const;
