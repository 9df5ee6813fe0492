import type { Naming } from "../scenarios/contract/expectation.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import type { CredentialsFolder } from "./credentialsFolder.ts";
import type { Deployment } from "./deployment.ts";
import type { Engine } from "./engine.ts";
import type { RunContext } from "./runContext.ts";
import type { TargetSession } from "./target.ts";

/** A scenario run that is ready to deploy. */
export interface Stage {
  readonly scenario: Scenario;
  readonly context: RunContext;
  readonly target: TargetSession;
  readonly engine: Engine;
  readonly deployment: Deployment;
  readonly files: CredentialsFolder;
  readonly naming: Naming;
}
