import { AwsError } from "../../awsError.ts";

/** What a request states of an MFA device. */
export interface StatedDevice {
  readonly SerialNumber?: string;
  readonly TokenCode?: string;
}

/**
 * When the caller proved to have the MFA device that a request states; nothing where it states none.
 * No account has a device: whoever states one is refused in AWS's words. Throws AccessDenied.
 * Source: the sentence about the code is recorded in the issues of AWS's clients; that about half a device is not recorded.
 */
export function provedDevice({ SerialNumber, TokenCode }: StatedDevice): Date | undefined {
  if (SerialNumber === undefined && TokenCode === undefined) return undefined;
  const isHalf = SerialNumber === undefined || TokenCode === undefined;
  const reason = isHalf
    ? "must provide both MFA serial number and one time pass code."
    : "unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.";
  throw new AwsError("AccessDenied", `MultiFactorAuthentication failed, ${reason}`, { status: 403 });
}
