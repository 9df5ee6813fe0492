import { queryErrorCodes, type Service } from "../../service.ts";
import { attachVolume } from "./operations/attachVolume.ts";
import { copySnapshot } from "./operations/copySnapshot.ts";
import { createSnapshot } from "./operations/createSnapshot.ts";
import { createTags } from "./operations/createTags.ts";
import { createVolume } from "./operations/createVolume.ts";
import { deleteSnapshot } from "./operations/deleteSnapshot.ts";
import { deleteTags } from "./operations/deleteTags.ts";
import { deleteVolume } from "./operations/deleteVolume.ts";
import { describeAccountAttributes } from "./operations/describeAccountAttributes.ts";
import { describeAvailabilityZones } from "./operations/describeAvailabilityZones.ts";
import { describeInstances } from "./operations/describeInstances.ts";
import { describeRegions } from "./operations/describeRegions.ts";
import { describeSnapshotAttribute } from "./operations/describeSnapshotAttribute.ts";
import { describeSnapshots } from "./operations/describeSnapshots.ts";
import { describeTags } from "./operations/describeTags.ts";
import { describeVolumeAttribute } from "./operations/describeVolumeAttribute.ts";
import { describeVolumeStatus } from "./operations/describeVolumeStatus.ts";
import { describeVolumes } from "./operations/describeVolumes.ts";
import { describeVolumesModifications } from "./operations/describeVolumesModifications.ts";
import { detachVolume } from "./operations/detachVolume.ts";
import { disableEbsEncryptionByDefault } from "./operations/disableEbsEncryptionByDefault.ts";
import { enableEbsEncryptionByDefault } from "./operations/enableEbsEncryptionByDefault.ts";
import { getEbsDefaultKmsKeyId } from "./operations/getEbsDefaultKmsKeyId.ts";
import { getEbsEncryptionByDefault } from "./operations/getEbsEncryptionByDefault.ts";
import { modifyEbsDefaultKmsKeyId } from "./operations/modifyEbsDefaultKmsKeyId.ts";
import { modifySnapshotAttribute } from "./operations/modifySnapshotAttribute.ts";
import { modifyVolume } from "./operations/modifyVolume.ts";
import { resetEbsDefaultKmsKeyId } from "./operations/resetEbsDefaultKmsKeyId.ts";
import { resetSnapshotAttribute } from "./operations/resetSnapshotAttribute.ts";
import { tagging } from "./tagging.ts";

/** Amazon EC2: EBS volumes and snapshots, and what clients ask for along with them. */
export const ec2: Service = {
  name: "ec2",
  eventSource: "ec2.amazonaws.com",
  errorCodes: {
    ...queryErrorCodes,
    accessDenied: "UnauthorizedOperation",
    validation: "InvalidParameterValue",
    denialMessage: (sentence, { resource }, encoded) => {
      const message = `You are not authorized to perform this operation. ${sentence}`;
      // Denials that name no resource are not encoded, as public transcripts show.
      return resource === "*" ? message : `${message}. Encoded authorization failure message: ${encoded()}`;
    },
  },
  recordedErrorPrefix: "Client.",
  throttlingError: { code: "RequestLimitExceeded", message: "Request limit exceeded.", status: 503 },
  tagging,
  operations: [
    attachVolume,
    copySnapshot,
    createSnapshot,
    createTags,
    createVolume,
    deleteSnapshot,
    deleteTags,
    deleteVolume,
    describeAccountAttributes,
    describeAvailabilityZones,
    describeInstances,
    describeRegions,
    describeSnapshotAttribute,
    describeSnapshots,
    describeTags,
    describeVolumeAttribute,
    describeVolumeStatus,
    describeVolumes,
    describeVolumesModifications,
    detachVolume,
    disableEbsEncryptionByDefault,
    enableEbsEncryptionByDefault,
    getEbsDefaultKmsKeyId,
    getEbsEncryptionByDefault,
    modifyEbsDefaultKmsKeyId,
    modifySnapshotAttribute,
    modifyVolume,
    resetEbsDefaultKmsKeyId,
    resetSnapshotAttribute,
  ],
};
