import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { invalidValue } from "./errors.ts";
import type { Volume } from "./volume.ts";

/** A volume of the caller's account. Throws InvalidVolume.NotFound, and InvalidParameterValue for what is no id. */
export function findVolume({ state }: CallContext, id: string): Volume {
  const found = state.ec2.volume(id);
  if (found) return found;
  if (!/^vol-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id)) {
    throw invalidValue(`Value (${id}) for parameter volumeId is invalid. Expected: 'vol-...'.`);
  }
  throw new AwsError("InvalidVolume.NotFound", `The volume '${id}' does not exist.`);
}
