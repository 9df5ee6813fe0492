import { deleteBucketCors } from "../operations/deleteBucketCors.ts";
import { deleteBucketLifecycle } from "../operations/deleteBucketLifecycle.ts";
import { deleteBucketReplication } from "../operations/deleteBucketReplication.ts";
import { deleteBucketWebsite } from "../operations/deleteBucketWebsite.ts";
import { getBucketAccelerateConfiguration } from "../operations/getBucketAccelerateConfiguration.ts";
import { getBucketCors } from "../operations/getBucketCors.ts";
import { getBucketLifecycleConfiguration } from "../operations/getBucketLifecycleConfiguration.ts";
import { getBucketLogging } from "../operations/getBucketLogging.ts";
import { getBucketNotificationConfiguration } from "../operations/getBucketNotificationConfiguration.ts";
import { getBucketReplication } from "../operations/getBucketReplication.ts";
import { getBucketRequestPayment } from "../operations/getBucketRequestPayment.ts";
import { getBucketWebsite } from "../operations/getBucketWebsite.ts";
import { getObjectLockConfiguration } from "../operations/getObjectLockConfiguration.ts";
import { putBucketAccelerateConfiguration } from "../operations/putBucketAccelerateConfiguration.ts";
import { putBucketCors } from "../operations/putBucketCors.ts";
import { putBucketLifecycleConfiguration } from "../operations/putBucketLifecycleConfiguration.ts";
import { putBucketLogging } from "../operations/putBucketLogging.ts";
import { putBucketNotificationConfiguration } from "../operations/putBucketNotificationConfiguration.ts";
import { putBucketReplication } from "../operations/putBucketReplication.ts";
import { putBucketRequestPayment } from "../operations/putBucketRequestPayment.ts";
import { putBucketWebsite } from "../operations/putBucketWebsite.ts";
import { putObjectLockConfiguration } from "../operations/putObjectLockConfiguration.ts";

/** The operations that write, read and remove the configurations which a bucket keeps. */
export const configurationOperations = [
  deleteBucketCors,
  deleteBucketLifecycle,
  deleteBucketReplication,
  deleteBucketWebsite,
  getBucketAccelerateConfiguration,
  getBucketCors,
  getBucketLifecycleConfiguration,
  getBucketLogging,
  getBucketNotificationConfiguration,
  getBucketReplication,
  getBucketRequestPayment,
  getBucketWebsite,
  getObjectLockConfiguration,
  putBucketAccelerateConfiguration,
  putBucketCors,
  putBucketLifecycleConfiguration,
  putBucketLogging,
  putBucketNotificationConfiguration,
  putBucketReplication,
  putBucketRequestPayment,
  putBucketWebsite,
  putObjectLockConfiguration,
];
