import { queryErrorCodes, type Service } from "../../service.ts";
import { configurationOperations } from "./configurations/configurationOperations.ts";
import { abortMultipartUpload } from "./operations/abortMultipartUpload.ts";
import { completeMultipartUpload } from "./operations/completeMultipartUpload.ts";
import { copyObject } from "./operations/copyObject.ts";
import { createBucket } from "./operations/createBucket.ts";
import { createMultipartUpload } from "./operations/createMultipartUpload.ts";
import { deleteBucket } from "./operations/deleteBucket.ts";
import { deleteBucketEncryption } from "./operations/deleteBucketEncryption.ts";
import { deleteBucketPolicy } from "./operations/deleteBucketPolicy.ts";
import { deleteObject } from "./operations/deleteObject.ts";
import { deleteObjectTagging } from "./operations/deleteObjectTagging.ts";
import { deleteObjects } from "./operations/deleteObjects.ts";
import { getBucketAcl } from "./operations/getBucketAcl.ts";
import { getBucketEncryption } from "./operations/getBucketEncryption.ts";
import { getBucketLocation } from "./operations/getBucketLocation.ts";
import { getBucketPolicy } from "./operations/getBucketPolicy.ts";
import { getBucketPolicyStatus } from "./operations/getBucketPolicyStatus.ts";
import { getBucketVersioning } from "./operations/getBucketVersioning.ts";
import { getObject } from "./operations/getObject.ts";
import { getObjectTagging } from "./operations/getObjectTagging.ts";
import { getObjectAcl } from "./operations/getObjectAcl.ts";
import { getObjectAttributes } from "./operations/getObjectAttributes.ts";
import { headBucket } from "./operations/headBucket.ts";
import { headObject } from "./operations/headObject.ts";
import { listBuckets } from "./operations/listBuckets.ts";
import { listMultipartUploads } from "./operations/listMultipartUploads.ts";
import { listObjects } from "./operations/listObjects.ts";
import { listObjectsV2 } from "./operations/listObjectsV2.ts";
import { listObjectVersions } from "./operations/listObjectVersions.ts";
import { listParts } from "./operations/listParts.ts";
import { putBucketAcl } from "./operations/putBucketAcl.ts";
import { putBucketEncryption } from "./operations/putBucketEncryption.ts";
import { putBucketPolicy } from "./operations/putBucketPolicy.ts";
import { putBucketVersioning } from "./operations/putBucketVersioning.ts";
import { putObject } from "./operations/putObject.ts";
import { putObjectTagging } from "./operations/putObjectTagging.ts";
import { tagging } from "./tagging.ts";
import { putObjectAcl } from "./operations/putObjectAcl.ts";
import { uploadPart } from "./operations/uploadPart.ts";
import { uploadPartCopy } from "./operations/uploadPartCopy.ts";

/** Amazon Simple Storage Service. */
export const s3: Service = {
  name: "s3",
  eventSource: "s3.amazonaws.com",
  errorCodes: { ...queryErrorCodes, validation: "InvalidArgument" },
  tagging,
  // Source: S3 User Guide, "CloudTrail log file entries for Amazon S3": `bucketName`, and no answer of what is done with buckets.
  recorded: { names: new Map([["bucket", "bucketName"]]), answers: false },
  // Source: S3 API Reference, "Error responses"; the issues of clients.
  throttlingError: { code: "SlowDown", message: "Please reduce your request rate.", status: 503 },
  operations: [
    ...configurationOperations,
    abortMultipartUpload,
    completeMultipartUpload,
    copyObject,
    createBucket,
    createMultipartUpload,
    deleteBucket,
    deleteBucketEncryption,
    deleteBucketPolicy,
    deleteObject,
    deleteObjectTagging,
    deleteObjects,
    getBucketAcl,
    getBucketEncryption,
    getBucketLocation,
    getBucketPolicy,
    getBucketPolicyStatus,
    getBucketVersioning,
    getObject,
    getObjectTagging,
    getObjectAcl,
    getObjectAttributes,
    headBucket,
    headObject,
    listBuckets,
    listMultipartUploads,
    listObjects,
    listObjectsV2,
    listObjectVersions,
    listParts,
    putBucketAcl,
    putBucketEncryption,
    putBucketPolicy,
    putBucketVersioning,
    putObject,
    putObjectTagging,
    putObjectAcl,
    uploadPart,
    uploadPartCopy,
  ],
};
