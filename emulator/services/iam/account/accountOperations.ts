import type { Operation } from "../../../operation.ts";
import { createAccountAlias } from "../operations/createAccountAlias.ts";
import { deleteAccountAlias } from "../operations/deleteAccountAlias.ts";
import { deleteAccountPasswordPolicy } from "../operations/deleteAccountPasswordPolicy.ts";
import { generateCredentialReport } from "../operations/generateCredentialReport.ts";
import { getAccountAuthorizationDetails } from "../operations/getAccountAuthorizationDetails.ts";
import { getAccountPasswordPolicy } from "../operations/getAccountPasswordPolicy.ts";
import { getAccountSummary } from "../operations/getAccountSummary.ts";
import { getCredentialReport } from "../operations/getCredentialReport.ts";
import { listAccountAliases } from "../operations/listAccountAliases.ts";
import { updateAccountPasswordPolicy } from "../operations/updateAccountPasswordPolicy.ts";

/** What can be done with the account as a whole. */
export const accountOperations: readonly Operation<unknown, object>[] = [
  listAccountAliases,
  getAccountPasswordPolicy,
  updateAccountPasswordPolicy,
  deleteAccountPasswordPolicy,
  createAccountAlias,
  deleteAccountAlias,
  getAccountSummary,
  getAccountAuthorizationDetails,
  generateCredentialReport,
  getCredentialReport,
];
