import * as z from "zod";
import { mapping, type Mapping } from "./mapping.ts";
import { profileSteps } from "./profileSteps.ts";

/** The account beside the target's own, in records and in the embedded AWS. */
const accountId = "111122223333";

/** Its root user, as `keylab aws start` has one of every account, under the provider's name as a profile. */
export const secondAccountMapping: Readonly<Record<string, Mapping>> = {
  "pulumi:providers:aws": mapping(z.looseObject({ accessKey: z.literal("<secret>") }), (_inputs, { name }) =>
    profileSteps(name, { accessKeyId: accountId, secretAccessKey: "test" }),
  ),
};
