import { fieldNames, type FieldName } from "./fieldNames.ts";

/** What others call them, without blanks, hyphens, underscores and dots. */
const variants: Readonly<Record<FieldName, readonly string[]>> = {
  id: ["id", "studentid", "userid"],
  name: ["name", "fullname", "studentname"],
  email: ["email", "mail", "emailaddress", "mailaddress"],
  group: ["group", "groupname", "team"],
  role: ["role"],
  account: ["account", "accountid", "awsaccount", "awsaccountid"],
  region: ["region", "awsregion"],
};

/** The field that a column or a key is named after: `E-Mail` is `email`. Nothing where there is none. */
export function fieldOf(name: string): FieldName | undefined {
  const plain = name.toLowerCase().replace(/[\s\-_.]/g, "");
  return fieldNames.find((field) => variants[field].includes(plain));
}
