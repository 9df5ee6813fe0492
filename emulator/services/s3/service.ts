import { queryErrorCodes, type Service } from "../../service.ts";
import { createBucket } from "./operations/createBucket.ts";
import { deleteBucket } from "./operations/deleteBucket.ts";
import { deleteBucketEncryption } from "./operations/deleteBucketEncryption.ts";
import { deleteBucketPolicy } from "./operations/deleteBucketPolicy.ts";
import { deleteObject } from "./operations/deleteObject.ts";
import { getBucketAcl } from "./operations/getBucketAcl.ts";
import { getBucketEncryption } from "./operations/getBucketEncryption.ts";
import { getBucketLocation } from "./operations/getBucketLocation.ts";
import { getBucketPolicy } from "./operations/getBucketPolicy.ts";
import { getBucketVersioning } from "./operations/getBucketVersioning.ts";
import { getObject } from "./operations/getObject.ts";
import { headBucket } from "./operations/headBucket.ts";
import { headObject } from "./operations/headObject.ts";
import { listBuckets } from "./operations/listBuckets.ts";
import { listObjectsV2 } from "./operations/listObjectsV2.ts";
import { putBucketEncryption } from "./operations/putBucketEncryption.ts";
import { putBucketPolicy } from "./operations/putBucketPolicy.ts";
import { putBucketVersioning } from "./operations/putBucketVersioning.ts";
import { putObject } from "./operations/putObject.ts";

/** Amazon Simple Storage Service. */
export const s3: Service = {
  name: "s3",
  eventSource: "s3.amazonaws.com",
  errorCodes: { ...queryErrorCodes, validation: "InvalidArgument" },
  // As the issues of clients show S3's answer.
  throttlingError: { code: "SlowDown", message: "Please reduce your request rate.", status: 503 },
  operations: [
    createBucket,
    deleteBucket,
    deleteBucketEncryption,
    deleteBucketPolicy,
    deleteObject,
    getBucketAcl,
    getBucketEncryption,
    getBucketLocation,
    getBucketPolicy,
    getBucketVersioning,
    getObject,
    headBucket,
    headObject,
    listBuckets,
    listObjectsV2,
    putBucketEncryption,
    putBucketPolicy,
    putBucketVersioning,
    putObject,
  ],
};
