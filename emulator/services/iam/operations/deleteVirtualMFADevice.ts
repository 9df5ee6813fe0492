import type { DeleteVirtualMFADeviceCommandInput } from "@aws-sdk/client-iam";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input } from "../../../operation.ts";
import { findMfaDevice, mfaDeviceAccess } from "../credentials/mfaDevice.ts";

/** Deletes a virtual MFA device that is nobody's. Throws DeleteConflict otherwise. */
export const deleteVirtualMFADevice = operation<Input<DeleteVirtualMFADeviceCommandInput>, object>({
  service: "iam",
  name: "DeleteVirtualMFADevice",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteVirtualMFADevice.html",
  readOnly: false,
  access: (context, { SerialNumber }) => mfaDeviceAccess(context, "DeleteVirtualMFADevice", SerialNumber),
  run: (context, { SerialNumber }) => {
    if (findMfaDevice(context, SerialNumber).enabled) {
      // The sentence is not recorded anywhere.
      throw new AwsError("DeleteConflict", "MFA VirtualDevice in use. Must deactivate first.", { status: 409 });
    }
    context.account.iam.mfaDevices.delete(SerialNumber);
    return {};
  },
});
