import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { MfaDevice } from "../iam/credentials/mfaDevice.ts";
import { codeNumber } from "../iam/credentials/totp.ts";

/** What a request states of an MFA device. */
export interface StatedDevice {
  readonly SerialNumber?: string;
  readonly TokenCode?: string;
}

/**
 * Whether the caller proves to have an MFA device; not so where the request states none. Throws AccessDenied for half a
 * device, a device that is not the caller's, and a code that is wrong or used up.
 * Source: the sentences are recorded in the issues of AWS's clients.
 */
export function provesDevice(context: CallContext, stated: StatedDevice): boolean {
  return statedCode(context, stated) !== undefined;
}

/** As {@link provesDevice}, and uses the code up. */
export function useCode(context: CallContext, stated: StatedDevice): boolean {
  const code = statedCode(context, stated);
  if (!code) return false;
  const { usedCodes } = code.device;
  usedCodes.add(code.number);
  // Too old to be taken once more.
  for (const used of usedCodes) if (used < code.number - 2 * tolerance) usedCodes.delete(used);
  return true;
}

/** In codes, each way. Source: RFC 6238, 5.2; how far off AWS lets a device be is not recorded anywhere. */
const tolerance = 1;

/** The code that a request states. Devices show the time of the wall clock, as all authentication goes by it. */
function statedCode(
  context: CallContext,
  { SerialNumber, TokenCode }: StatedDevice,
): { device: MfaDevice; number: number } | undefined {
  if (SerialNumber === undefined && TokenCode === undefined) return undefined;
  if (SerialNumber === undefined || TokenCode === undefined) {
    throw failed(", must provide both MFA serial number and one time pass code.");
  }
  const device = ownDevice(context, SerialNumber);
  if (!device) {
    throw failed(
      ", unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.",
    );
  }
  const number = codeNumber(device.seed, TokenCode, { now: context.instance.clock.wall(), tolerance });
  // AWS's sentence ends with a space.
  if (number === undefined || device.usedCodes.has(number)) throw failed(" with invalid MFA one time pass code. ");
  return { device, number };
}

/** Only users have devices: neither root nor any session of a role or federated user proves one. */
function ownDevice({ account, caller }: CallContext, serialNumber: string): MfaDevice | undefined {
  const device = account.iam.mfaDevices.get(serialNumber);
  return caller.kind === "user" && device?.enabled?.user.id === caller.principalId ? device : undefined;
}

function failed(reason: string): AwsError {
  return new AwsError("AccessDenied", `MultiFactorAuthentication failed${reason}`, { status: 403 });
}
