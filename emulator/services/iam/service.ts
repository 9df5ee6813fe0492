import { queryErrorCodes, type Service } from "../../service.ts";
import { accountOperations } from "./account/accountOperations.ts";
import { credentialOperations } from "./credentials/credentialOperations.ts";
import { groupOperations } from "./groups/groupOperations.ts";
import { patternSentences } from "./patternSentences.ts";
import { policyOperations } from "./policies/policyOperations.ts";
import { providerOperations } from "./providers/providerOperations.ts";
import { roleOperations } from "./roles/roleOperations.ts";
import { userOperations } from "./users/userOperations.ts";

/**
 * AWS Identity and Access Management. It is global: whatever region a request is signed for, it works on the account.
 * Its operations are listed noun by noun, in the folder of each.
 */
export const iam: Service = {
  name: "iam",
  eventSource: "iam.amazonaws.com",
  globalRegion: "us-east-1",
  errorCodes: queryErrorCodes,
  patternSentences,
  operations: [
    ...userOperations,
    ...credentialOperations,
    ...groupOperations,
    ...roleOperations,
    ...policyOperations,
    ...providerOperations,
    ...accountOperations,
  ],
};
