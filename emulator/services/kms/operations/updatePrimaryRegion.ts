import type { UpdatePrimaryRegionCommandInput } from "@aws-sdk/client-kms";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { requireEnabled } from "../keyState.ts";
import { requirePrimary } from "../requirePrimary.ts";

const action = "kms:UpdatePrimaryRegion";

/** Makes a replica key the primary one; the primary becomes a replica. Both keys' policies have to allow it. */
export const updatePrimaryRegion = operation<Input<UpdatePrimaryRegionCommandInput>, object>({
  service: "kms",
  name: "UpdatePrimaryRegion",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdatePrimaryRegion.html",
  readOnly: false,
  access: (context, { KeyId, PrimaryRegion }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    const replica = key.related?.in(PrimaryRegion);
    const conditions = { "kms:PrimaryRegion": PrimaryRegion };
    const keys = replica && replica !== key ? [key, replica] : [key];
    return keys.map((needed) => ownKeyAccess(context, needed, action, { conditions }));
  },
  run: (context, { KeyId, PrimaryRegion }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    const related = requirePrimary(key);
    const replica = related.in(PrimaryRegion);
    if (!replica) {
      const arn = `arn:aws:kms:${PrimaryRegion}:${key.accountId}:key/${key.keyId}`;
      throw new AwsError("NotFoundException", `Key '${arn}' does not exist`);
    }
    for (const needed of [key, replica]) requireEnabled(needed, action);
    related.primaryRegion = PrimaryRegion;
    return {};
  },
});
