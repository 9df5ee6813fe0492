import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { isShown } from "../iam/credentials/totp.ts";

/** What a request states of an MFA device. */
export interface StatedDevice {
  readonly SerialNumber?: string;
  readonly TokenCode?: string;
}

/**
 * When the caller proved to have the MFA device that a request states; nothing where it states none. Throws AccessDenied
 * unless the device is the caller's and shows the code. AWS takes a code once: that is not kept here.
 * Source: the sentence about the code is recorded in the issues of AWS's clients; that about half a device is not recorded.
 */
export function provedDevice(context: CallContext, { SerialNumber, TokenCode }: StatedDevice): Date | undefined {
  if (SerialNumber === undefined && TokenCode === undefined) return undefined;
  if (SerialNumber === undefined || TokenCode === undefined) {
    throw notProved("must provide both MFA serial number and one time pass code.");
  }
  const { account, caller, now } = context;
  const { seed, enabled } = account.iam.mfaDevices.get(SerialNumber) ?? {};
  const isOwn = caller.kind === "user" && enabled?.user.id === caller.principalId;
  if (seed && isOwn && isShown(seed, TokenCode, { now, tolerance })) return now;
  throw notProved(
    "unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.",
  );
}

/** In codes, as where a device is enabled. */
const tolerance = 3;

function notProved(reason: string): AwsError {
  return new AwsError("AccessDenied", `MultiFactorAuthentication failed, ${reason}`, { status: 403 });
}
