import type { CallContext } from "../../callContext.ts";
import {
  decryptedForCaller,
  encryptEnvironment,
  grantAnew,
  type EncryptedEnvironment,
} from "./environmentEncryption.ts";
import type { Variables } from "./environmentVariables.ts";
import type { FunctionSettings, FunctionVersion } from "./functionVersion.ts";
import { whileConfiguring } from "./kmsRefusal.ts";

/**
 * The environment of a function after a change: of its variables, its key or its role. Another role gets a grant of its own;
 * the same one does not, even if it was made anew meanwhile. Source: public transcripts of how functions are repaired.
 */
export async function changedEnvironment(
  context: CallContext,
  before: FunctionVersion,
  settings: FunctionSettings,
  variables: Variables | undefined,
): Promise<EncryptedEnvironment | undefined> {
  const after = { ...before, settings };
  const { environment } = before;
  if (variables !== undefined) return newEnvironment(context, after, variables);
  if (!environment) return undefined;
  if (settings.kmsKeyArn !== before.settings.kmsKeyArn) {
    const known = await whileConfiguring("decrypt", "Decrypt", decryptedForCaller(context, before, environment));
    return newEnvironment(context, after, known);
  }
  return settings.role === environment.grantedTo ? environment : grantAnew(context, after, environment);
}

/** The environment for variables; nothing for none. Throws InvalidParameterValueException with what KMS says. */
export async function newEnvironment(
  context: CallContext,
  owner: Pick<FunctionVersion, "functionArn" | "functionName" | "settings">,
  variables: Variables,
): Promise<EncryptedEnvironment | undefined> {
  return Object.keys(variables).length > 0 ? encryptEnvironment(context, owner, variables) : undefined;
}
