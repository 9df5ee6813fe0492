import type { ConditionValues } from "../../../authorization/conditions/conditionContext.ts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import type { NeededAccess } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import type { User } from "../users/user.ts";
import { areConsecutiveCodes } from "./totp.ts";

/** A virtual MFA device, the only kind that needs no hardware. */
export interface MfaDevice {
  /** Its ARN. */
  readonly serialNumber: string;
  readonly seed: Buffer;
  tags: ReadonlyMap<string, string>;
  /** The codes that somebody has signed in with, by their number. */
  readonly usedCodes: Set<number>;
  /** Whose it is, and since when. */
  enabled?: { readonly user: User; readonly at: Date };
}

/** The MFA device with this serial number. Throws NoSuchEntity. */
export function findMfaDevice({ account }: CallContext, serialNumber: string): MfaDevice {
  const device = account.iam.mfaDevices.get(serialNumber);
  if (!device) throw noSuchEntity(`MFA Device with serial number ${serialNumber} does not exist.`);
  return device;
}

/** The MFA device of a user. Throws NoSuchEntity. */
export function findMfaDeviceOf(context: CallContext, user: User, serialNumber: string): MfaDevice {
  const device = findMfaDevice(context, serialNumber);
  if (device.enabled?.user === user) return device;
  throw noSuchEntity(`MFA Device with serial number ${serialNumber} does not exist.`);
}

/** The permission to do something with an MFA device. */
export function mfaDeviceAccess(
  context: CallContext,
  action: string,
  serialNumber: string,
  conditions?: ConditionValues,
): readonly NeededAccess[] {
  const { tags } = context.account.iam.mfaDevices.get(serialNumber) ?? {};
  return iamAccess(context, action, serialNumber, { conditions, tags });
}

/** Two consecutive codes of a device, as requests state them. */
interface StatedCodes {
  readonly AuthenticationCode1: string;
  readonly AuthenticationCode2: string;
}

/**
 * Throws InvalidAuthenticationCode unless the codes are the device's, and its time is right within `tolerance` codes.
 * Devices show the time of the wall clock, as all authentication goes by it.
 */
export function checkCodes(
  { instance }: CallContext,
  { seed }: MfaDevice,
  stated: StatedCodes,
  tolerance: number,
): void {
  const range = { now: instance.clock.wall(), tolerance };
  if (areConsecutiveCodes(seed, [stated.AuthenticationCode1, stated.AuthenticationCode2], range)) return;
  throw new AwsError("InvalidAuthenticationCode", "Authentication code for device is not valid.", { status: 403 });
}
