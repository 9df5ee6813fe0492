import type { PutBucketNotificationConfigurationCommandInput } from "@aws-sdk/client-s3";
import type { Input } from "../../../operation.ts";
import { notification } from "../configurations/notification.ts";
import { writeConfiguration } from "../configurations/writeConfiguration.ts";
import { notCarried } from "../notCarried.ts";

/**
 * Makes a bucket tell nobody of changes. Nothing is told here: whoever asks for it is refused with `NotImplemented`.
 */
export const putBucketNotificationConfiguration = writeConfiguration(
  "PutBucketNotificationConfiguration",
  notification,
  {
    read: ({ NotificationConfiguration: asked }: Input<PutBucketNotificationConfigurationCommandInput>) => {
      const [told] = Object.entries(asked).filter(([, targets]) => !Array.isArray(targets) || targets.length > 0);
      if (told) throw notCarried(`the member '${told[0]}' of a bucket's notifications`);
      return {};
    },
  },
);
