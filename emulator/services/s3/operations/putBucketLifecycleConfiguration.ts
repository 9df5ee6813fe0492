import type { PutBucketLifecycleConfigurationCommandInput } from "@aws-sdk/client-s3";
import { AwsError } from "../../../awsError.ts";
import { malformedXml } from "../../../protocols/parseXml.ts";
import type { Input } from "../../../operation.ts";
import { lifecycle } from "../configurations/lifecycle.ts";
import { writeConfiguration } from "../configurations/writeConfiguration.ts";

/**
 * Says when objects of a bucket are to be deleted or moved, in place of other rules. Rules without an id get one.
 * Throws `MalformedXML` and `InvalidArgument`. Source: S3 API Reference, PutBucketLifecycleConfiguration.
 */
export const putBucketLifecycleConfiguration = writeConfiguration("PutBucketLifecycleConfiguration", lifecycle, {
  read: (input: Input<PutBucketLifecycleConfigurationCommandInput>, _bucket, { instance }) => {
    const { Rules = [] } = input.LifecycleConfiguration ?? {};
    const isUnscoped = Rules.some((rule) => "Filter" in rule === "Prefix" in rule);
    if (Rules.length === 0 || isUnscoped) throw malformedXml();
    const named = Rules.map((rule) => ({ ...rule, ID: rule.ID ?? instance.random.uuid() }));
    if (new Set(named.map(({ ID }) => ID)).size < named.length) {
      throw new AwsError("InvalidArgument", "Rule ID must be unique. Found same ID for more than one rule");
    }
    const { TransitionDefaultMinimumObjectSize = "all_storage_classes_128K" } = input;
    return { Rules: named, TransitionDefaultMinimumObjectSize };
  },
  answer: ({ TransitionDefaultMinimumObjectSize }) => ({ TransitionDefaultMinimumObjectSize }),
});
