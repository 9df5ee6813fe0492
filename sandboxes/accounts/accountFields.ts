import type { FieldNaming } from "../roster/fieldIn.ts";

/** What a table can say of an account. */
export type AccountField = "account" | "role" | "external_id" | "region";

/** What the columns of a table of accounts are called, and what others call them. */
export const accountFields: FieldNaming<AccountField> = {
  names: ["account", "role", "external_id", "region"],
  variants: {
    account: ["account", "accountid", "awsaccount", "awsaccountid"],
    role: ["role", "rolearn"],
    external_id: ["externalid"],
    region: ["region", "awsregion"],
  },
};
