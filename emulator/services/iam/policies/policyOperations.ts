import type { Operation } from "../../../operation.ts";
import { createPolicy } from "../operations/createPolicy.ts";
import { createPolicyVersion } from "../operations/createPolicyVersion.ts";
import { deletePolicy } from "../operations/deletePolicy.ts";
import { deletePolicyVersion } from "../operations/deletePolicyVersion.ts";
import { generateServiceLastAccessedDetails } from "../operations/generateServiceLastAccessedDetails.ts";
import { getServiceLastAccessedDetails } from "../operations/getServiceLastAccessedDetails.ts";
import { getServiceLastAccessedDetailsWithEntities } from "../operations/getServiceLastAccessedDetailsWithEntities.ts";
import { getContextKeysForCustomPolicy } from "../operations/getContextKeysForCustomPolicy.ts";
import { getContextKeysForPrincipalPolicy } from "../operations/getContextKeysForPrincipalPolicy.ts";
import { getPolicy } from "../operations/getPolicy.ts";
import { getPolicyVersion } from "../operations/getPolicyVersion.ts";
import { listEntitiesForPolicy } from "../operations/listEntitiesForPolicy.ts";
import { listPolicies } from "../operations/listPolicies.ts";
import { listPoliciesGrantingServiceAccess } from "../operations/listPoliciesGrantingServiceAccess.ts";
import { listPolicyTags } from "../operations/listPolicyTags.ts";
import { listPolicyVersions } from "../operations/listPolicyVersions.ts";
import { setDefaultPolicyVersion } from "../operations/setDefaultPolicyVersion.ts";
import { simulateCustomPolicy } from "../operations/simulateCustomPolicy.ts";
import { simulatePrincipalPolicy } from "../operations/simulatePrincipalPolicy.ts";
import { tagPolicy } from "../operations/tagPolicy.ts";
import { untagPolicy } from "../operations/untagPolicy.ts";

/** What can be done with managed policies, with the simulator, and with what policies grant. */
export const policyOperations: readonly Operation<unknown, object>[] = [
  createPolicy,
  getPolicy,
  deletePolicy,
  listPolicies,
  listEntitiesForPolicy,
  createPolicyVersion,
  getPolicyVersion,
  deletePolicyVersion,
  setDefaultPolicyVersion,
  listPolicyVersions,
  tagPolicy,
  untagPolicy,
  listPolicyTags,
  simulatePrincipalPolicy,
  simulateCustomPolicy,
  getContextKeysForPrincipalPolicy,
  getContextKeysForCustomPolicy,
  listPoliciesGrantingServiceAccess,
  generateServiceLastAccessedDetails,
  getServiceLastAccessedDetails,
  getServiceLastAccessedDetailsWithEntities,
];
