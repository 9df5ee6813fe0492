import { credentialsFile } from "./credentialsFile.ts";
import { deployWorkshop } from "./deployWorkshop.ts";
import { topName, type Environment } from "./readEnvironment.ts";
import type { Warn } from "../guardrails/guard.ts";
import { workshopOutputs } from "./workshopOutputs.ts";

/**
 * Deploys an environment: one `Workshop` after the other.
 *
 * @returns the outputs of the stack: those of the workshop at the top of the configuration as they are, those of further ones
 * under `workshops`, and the credentials of all of them as one file for the AWS CLI.
 */
export function deployEnvironment(environment: Environment, warn: Warn) {
  const deployed = environment.workshops.map(({ name, path, settings }) => {
    const workshop = deployWorkshop({ name, path, settings }, environment, warn);
    return { name, settings, workshop, outputs: workshopOutputs(settings, workshop) };
  });
  const top = deployed.find(({ name }) => name === topName);
  const further = deployed.filter(({ name }) => name !== topName);
  const hasPeople = deployed.some(({ outputs }) => outputs.users !== undefined || outputs.roles !== undefined);
  return {
    ...top?.outputs,
    ...(further.length > 0 && {
      workshops: Object.fromEntries(further.map(({ name, outputs }) => [name, outputs])),
    }),
    ...(hasPeople && { credentials: credentialsFile(deployed) }),
  };
}
