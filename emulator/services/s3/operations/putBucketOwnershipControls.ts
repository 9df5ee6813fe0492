import type { PutBucketOwnershipControlsCommandInput } from "@aws-sdk/client-s3";
import type { Input } from "../../../operation.ts";
import { malformedXml } from "../../../protocols/parseXml.ts";
import { ownedAs } from "../configurations/ownedAs.ts";
import { ownershipControls } from "../configurations/ownershipControls.ts";
import { writeConfiguration } from "../configurations/writeConfiguration.ts";

/** Says who owns the objects that others write into a bucket. Throws `MalformedXML` for anything but one rule. */
export const putBucketOwnershipControls = writeConfiguration("PutBucketOwnershipControls", ownershipControls, {
  read: ({ OwnershipControls: { Rules } }: Input<PutBucketOwnershipControlsCommandInput>) => {
    const [rule] = Rules;
    if (!rule || Rules.length > 1) throw malformedXml();
    return ownedAs(rule.ObjectOwnership);
  },
});
