import { resolve } from "node:path";
import { UserError } from "../../errors/userError.ts";
import type { Context } from "../context.ts";
import type { ChaosFile } from "./chaosOption.ts";
import type { ChaosSettings } from "./chaosRates.ts";

/**
 * The settings that `--chaos` states or names the file of.
 *
 * @throws UserError for a file that makes no sense, and for a service or operation that is none.
 */
export async function chaosSettings(
  option: ChaosSettings | ChaosFile,
  { workingFolder }: Context,
): Promise<ChaosSettings> {
  if ("path" in option) {
    const { readChaosFile } = await import("./chaosFile.ts");
    return readChaosFile(resolve(workingFolder, option.path));
  }
  // Loaded only where something is named: it reads the models of AWS.
  const names = Object.keys(option.named ?? {});
  if (names.length === 0) return option;
  const { isOperation } = await import("../../targets/isOperation.ts");
  const unknown = names.find((name) => !isOperation(name));
  if (unknown === undefined) return option;
  throw new UserError(
    `--chaos names ${unknown}, which the embedded AWS does not have.`,
    "Name a service such as kms, or an operation of one such as kms:Decrypt.",
  );
}
