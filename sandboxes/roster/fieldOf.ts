import { fieldIn, type FieldNaming } from "./fieldIn.ts";
import { fieldNames, type FieldName } from "./fieldNames.ts";

/** What the columns of a roster are called, and what others call them. */
export const rosterFields: FieldNaming<FieldName> = {
  names: fieldNames,
  variants: {
    id: ["id", "studentid", "userid"],
    name: ["name", "fullname", "studentname"],
    email: ["email", "mail", "emailaddress", "mailaddress"],
    group: ["group", "groupname", "team"],
    role: ["role"],
    account: ["account", "accountid", "awsaccount", "awsaccountid"],
    region: ["region", "awsregion"],
  },
};

/** The field of a roster that a column or a key is named after. Nothing where there is none. */
export function fieldOf(name: string): FieldName | undefined {
  return fieldIn(rosterFields, name);
}
