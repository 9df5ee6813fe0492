import type { ListPublicKeysCommandInput, ListPublicKeysCommandOutput } from "@aws-sdk/client-cloudtrail";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { accountAccess } from "../trailAccess.ts";

/** How long a key is valid, in milliseconds: it is never changed here, so for long. How long AWS's are is not recorded anywhere. */
const validity = 10 * 365 * 24 * 60 * 60 * 1000;

/** Lists the public keys of the region's digest files that were valid in a period: by default, now. */
export const listPublicKeys = operation<Input<ListPublicKeysCommandInput>, Output<ListPublicKeysCommandOutput>>({
  service: "cloudtrail",
  name: "ListPublicKeys",
  documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_ListPublicKeys.html",
  readOnly: true,
  unsupported: ["NextToken"],
  access: (context) => accountAccess(context, "ListPublicKeys"),
  run: async ({ state, now }, { StartTime, EndTime = now }) => {
    if (StartTime && StartTime > EndTime) {
      throw new AwsError("InvalidTimeRangeException", "The start time of the period is after its end time.");
    }
    const key = await state.cloudtrail.signingKey;
    const end = key && new Date(key.validFrom.getTime() + validity);
    if (!end || EndTime < key.validFrom || (StartTime ?? EndTime) > end) return { PublicKeyList: [] };
    const { publicKey, fingerprint, validFrom } = key;
    return {
      PublicKeyList: [
        { Value: publicKey, ValidityStartTime: validFrom, ValidityEndTime: end, Fingerprint: fingerprint },
      ],
    };
  },
});
