import { UserError } from "../../errors/userError.ts";
import type { Context } from "../context.ts";

/** The accounts that may be worked in at all. Absent where any may. Throws a UserError for what is no list of accounts. */
export function listedAccounts({
  KEYLAB_AWS_ACCOUNTS: text = "",
}: Context["environment"]): readonly string[] | undefined {
  const accounts = text.split(",").map((account) => account.trim());
  if (text.trim() === "") return undefined;
  const wrong = accounts.find((account) => !/^\d{12}$/.test(account));
  if (wrong === undefined) return accounts;
  throw new UserError(
    `KEYLAB_AWS_ACCOUNTS has ${JSON.stringify(wrong)} in it, which is not an account.`,
    "It is a list of accounts, of twelve digits each, with commas between them.",
  );
}
