import { deleteBucketCors } from "../operations/deleteBucketCors.ts";
import { deleteBucketLifecycle } from "../operations/deleteBucketLifecycle.ts";
import { deleteBucketOwnershipControls } from "../operations/deleteBucketOwnershipControls.ts";
import { deleteBucketReplication } from "../operations/deleteBucketReplication.ts";
import { deleteBucketTagging } from "../operations/deleteBucketTagging.ts";
import { deleteBucketWebsite } from "../operations/deleteBucketWebsite.ts";
import { deletePublicAccessBlock } from "../operations/deletePublicAccessBlock.ts";
import { getBucketAccelerateConfiguration } from "../operations/getBucketAccelerateConfiguration.ts";
import { getBucketCors } from "../operations/getBucketCors.ts";
import { getBucketLifecycleConfiguration } from "../operations/getBucketLifecycleConfiguration.ts";
import { getBucketLogging } from "../operations/getBucketLogging.ts";
import { getBucketNotificationConfiguration } from "../operations/getBucketNotificationConfiguration.ts";
import { getBucketOwnershipControls } from "../operations/getBucketOwnershipControls.ts";
import { getBucketReplication } from "../operations/getBucketReplication.ts";
import { getBucketRequestPayment } from "../operations/getBucketRequestPayment.ts";
import { getBucketTagging } from "../operations/getBucketTagging.ts";
import { getBucketWebsite } from "../operations/getBucketWebsite.ts";
import { getObjectLockConfiguration } from "../operations/getObjectLockConfiguration.ts";
import { getPublicAccessBlock } from "../operations/getPublicAccessBlock.ts";
import { putBucketAccelerateConfiguration } from "../operations/putBucketAccelerateConfiguration.ts";
import { putBucketCors } from "../operations/putBucketCors.ts";
import { putBucketLifecycleConfiguration } from "../operations/putBucketLifecycleConfiguration.ts";
import { putBucketLogging } from "../operations/putBucketLogging.ts";
import { putBucketNotificationConfiguration } from "../operations/putBucketNotificationConfiguration.ts";
import { putBucketOwnershipControls } from "../operations/putBucketOwnershipControls.ts";
import { putBucketReplication } from "../operations/putBucketReplication.ts";
import { putBucketRequestPayment } from "../operations/putBucketRequestPayment.ts";
import { putBucketTagging } from "../operations/putBucketTagging.ts";
import { putBucketWebsite } from "../operations/putBucketWebsite.ts";
import { putObjectLockConfiguration } from "../operations/putObjectLockConfiguration.ts";
import { putPublicAccessBlock } from "../operations/putPublicAccessBlock.ts";

/** The operations that write, read and remove the configurations which a bucket keeps. */
export const configurationOperations = [
  deleteBucketCors,
  deleteBucketLifecycle,
  deleteBucketOwnershipControls,
  deleteBucketReplication,
  deleteBucketTagging,
  deleteBucketWebsite,
  deletePublicAccessBlock,
  getBucketAccelerateConfiguration,
  getBucketCors,
  getBucketLifecycleConfiguration,
  getBucketLogging,
  getBucketNotificationConfiguration,
  getBucketOwnershipControls,
  getBucketReplication,
  getBucketRequestPayment,
  getBucketTagging,
  getBucketWebsite,
  getObjectLockConfiguration,
  getPublicAccessBlock,
  putBucketAccelerateConfiguration,
  putBucketCors,
  putBucketLifecycleConfiguration,
  putBucketLogging,
  putBucketNotificationConfiguration,
  putBucketOwnershipControls,
  putBucketReplication,
  putBucketRequestPayment,
  putBucketTagging,
  putBucketWebsite,
  putObjectLockConfiguration,
  putPublicAccessBlock,
];
