import { notification } from "../configurations/notification.ts";
import { readConfiguration } from "../configurations/readConfiguration.ts";

/** Shows whom a bucket tells of changes. */
export const getBucketNotificationConfiguration = readConfiguration("GetBucketNotificationConfiguration", notification);
