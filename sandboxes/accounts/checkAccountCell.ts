import { checkCell, checkText } from "../roster/checkCell.ts";
import { quoted } from "../roster/quoted.ts";
import type { AccountField } from "./accountFields.ts";
import { defaultRole } from "./sandboxAccount.ts";

/**
 * What is wrong with the value of a field of a table of accounts, in sentences. Nothing where it is right.
 *
 * @param account of the row; absent: it says none
 */
export function checkAccountCell(field: AccountField, text: string, account: string | undefined): string | undefined {
  if (field === "account" || field === "region") return checkCell(field, text);
  return checkText(text) ?? (field === "role" ? checkRole(text, account) : checkExternalId(text));
}

function checkRole(text: string, account: string | undefined): string | undefined {
  const { owner } = /^arn:[^:]+:iam::(?<owner>\d{12}):role\/[\w+=,.@/-]+$/.exec(text)?.groups ?? {};
  if (owner === undefined) {
    const example = `arn:aws:iam::${/^\d{12}$/.test(account ?? "") ? account : "111122223333"}:role/${defaultRole}`;
    return `${quoted(text)} is not the ARN of a role. One like ${example} is expected.`;
  }
  if (account === undefined || owner === account) return undefined;
  return `${quoted(text)} is a role in the account ${owner}, and the row is of ${quoted(account)}. A role in that account is expected.`;
}

/** Source: STS API Reference, AssumeRole, `ExternalId`. */
function checkExternalId(text: string): string | undefined {
  if (/^[\w+=,.@:/-]{2,}$/.test(text)) return undefined;
  return `${quoted(text)} is no external id. Two or more letters, digits and characters of +=,.@:/- are expected.`;
}
