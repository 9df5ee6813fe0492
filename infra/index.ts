import * as pulumi from "@pulumi/pulumi";

import { deployEnvironment } from "./environment/deployEnvironment.ts";
import { readEnvironment } from "./environment/readEnvironment.ts";
import { checkTarget } from "./environment/checkTarget.ts";

/**
 * The program of `pulumi up`: one environment, described by the configuration of the stack (docs/environments.md).
 *
 * @throws pulumi.RunError when the configuration is wrong, or when the shell talks to another AWS than the stack wants;
 * nothing has been created then.
 */
export default function program() {
  const environment = readEnvironment(pulumi.runtime.allConfig());
  checkTarget(environment.target, process.env);
  return deployEnvironment(environment);
}
