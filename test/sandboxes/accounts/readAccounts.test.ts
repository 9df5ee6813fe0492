import { expect } from "chai";
import { UserError } from "../../../errors/userError.ts";
import { readAccounts } from "../../../sandboxes/accounts/readAccounts.ts";
import { thrownBy } from "../../support/thrownBy.ts";

const read = (text: string, name = "accounts.csv") => readAccounts({ name, bytes: Buffer.from(text) });

const known = "Known are account, role, external_id, region.";
const header = "A header is expected, with account and whatever else there is of role, external_id, region.";
const twelve = "Expected is an account id of twelve digits.";
const excel =
  "Excel has made a rounded number of it, and its digits are lost: give the column the format Text and type it again.";
const role = "arn:aws:iam::111122223333:role/sandboxes";

const accepted = [
  { is: "of accounts alone", text: "account\n111122223333\n", accounts: [{ account: "111122223333" }] },
  {
    is: "with all that it can have, in the order of the file",
    text: `region;external id;Role ARN;AWS account\neu-west-1;course:17/a;${role};1111-2222-3333\n;;;012345678901\n`,
    accounts: [
      { account: "111122223333", role, externalId: "course:17/a", region: "eu-west-1" },
      { account: "012345678901" },
    ],
  },
  {
    is: "with a role below a path, in another partition",
    text: "account,role\n111122223333,arn:aws-cn:iam::111122223333:role/courses/a-b_c.d\n",
    accounts: [{ account: "111122223333", role: "arn:aws-cn:iam::111122223333:role/courses/a-b_c.d" }],
  },
];

/** One problem each: what the whole message is, after the name of the file. */
const refused = [
  { is: "that is empty", text: "", says: `line 1, column 1: The file is empty. ${header}` },
  {
    is: "of a header alone",
    text: "account\n",
    says: "line 1, column 1: After the header there is no account. One row for each is expected.",
  },
  {
    is: "with a column that is none",
    text: "account,rolle\n111122223333,\n",
    says: `line 1, column 2: There is no column "rolle" (did you mean role?). ${known}`,
  },
  {
    is: "with a column of a roster",
    text: "account,email\n111122223333,\n",
    says: `line 1, column 2: There is no column "email". ${known}`,
  },
  {
    is: "with a column twice",
    text: "account,AWS Account\n111122223333,\n",
    says: "line 1, column 2, account: Column 1 is account as well. One of them has to go.",
  },
  {
    is: "without accounts",
    text: `role\n${role}\n`,
    says: `line 1, column 1, account: No column is named account. ${header}`,
  },
  {
    is: "with a row without an account",
    text: `role,account\n${role},\n`,
    says: "line 2, column 2, account: The row has no account. Each has one of its own.",
  },
  {
    is: "with too few fields in a row",
    text: "account,role\n111122223333\n",
    says: "line 2, column 2, role: The row has 1 field, and the header has 2.",
  },
  {
    is: "with an account that is none",
    text: "account\nmine\n",
    says: `line 2, column 1, account: "mine" is no account. ${twelve}`,
  },
  {
    is: "with an account whose zeros Excel has left out",
    text: "account\n12345678901\n",
    says: `line 2, column 1, account: "12345678901" is no account. ${twelve} It has 11: Excel leaves out zeros at the beginning. If that is so, give the column the format Text and type 012345678901.`,
  },
  {
    is: "with an account that Excel has rounded",
    text: "account\n1.11E+11\n",
    says: `line 2, column 1, account: "1.11E+11" is no account. ${twelve} ${excel}`,
  },
  {
    is: "with an account twice",
    text: "account\n111122223333\n444455556666\n1111-2222-3333\n",
    says: "line 4, column 1, account: The account 111122223333 is that of line 2 as well.",
  },
  {
    is: "with a role that is only named",
    text: "account,role\n111122223333,sandboxes\n",
    says: 'line 2, column 2, role: "sandboxes" is not the ARN of a role. One like arn:aws:iam::111122223333:role/keylab-sandboxes is expected.',
  },
  {
    is: "with a user in the place of a role",
    text: "account,role\n111122223333,arn:aws:iam::111122223333:user/zoe\n",
    says: 'line 2, column 2, role: "arn:aws:iam::111122223333:user/zoe" is not the ARN of a role. One like arn:aws:iam::111122223333:role/keylab-sandboxes is expected.',
  },
  {
    is: "with a role of another account",
    text: `account,role\n444455556666,${role}\n`,
    says: `line 2, column 2, role: "${role}" is a role in the account 111122223333, and the row is of "444455556666". A role in that account is expected.`,
  },
  {
    is: "with an external id that is none",
    text: "account,external_id\n111122223333,a b\n",
    says: 'line 2, column 2, external_id: "a b" is no external id. Two or more letters, digits and characters of +=,.@:/- are expected.',
  },
  {
    is: "with an external id of one character",
    text: "account,external_id\n111122223333,a\n",
    says: 'line 2, column 2, external_id: "a" is no external id. Two or more letters, digits and characters of +=,.@:/- are expected.',
  },
  {
    is: "with a region that is none",
    text: "account,region\n111122223333,Ireland\n",
    says: 'line 2, column 2, region: "Ireland" is no region. Expected is the name of a region, such as eu-west-1.',
  },
  {
    is: "with a control character",
    text: "account,external_id\n111122223333,course\u202e\n",
    says: 'line 2, column 2, external_id: "course\\u202e" has a control character in it. Letters, digits and punctuation are expected.',
  },
];

describe("a table of accounts", () => {
  for (const { is, text, accounts } of accepted) {
    it(`is read ${is}`, () => {
      expect(read(text)).to.deep.equal(accounts);
    });
  }

  for (const { is, text, says } of refused) {
    it(`is refused ${is}`, () => {
      const { message, nextStep, exitCode } = thrownBy(() => read(text), UserError);
      expect([message, nextStep, exitCode]).to.deep.equal([
        `accounts.csv, ${says}`,
        "Mend the file, and give it again.",
        2,
      ]);
    });
  }

  it("is refused with all its problems at once", () => {
    const { message } = thrownBy(() => read("account,role\nmine,\n,x\n"), UserError);
    expect(message.split("\n")).to.deep.equal([
      "accounts.csv has 3 problems:",
      `  accounts.csv, line 2, column 1, account: "mine" is no account. ${twelve}`,
      "  accounts.csv, line 3, column 1, account: The row has no account. Each has one of its own.",
      '  accounts.csv, line 3, column 2, role: "x" is not the ARN of a role. One like arn:aws:iam::111122223333:role/keylab-sandboxes is expected.',
    ]);
  });

  it("is refused in a file of another kind, and as a workbook", () => {
    const { message, nextStep } = thrownBy(() => read("account\n", "accounts.yaml"), UserError);
    expect([message, nextStep]).to.deep.equal([
      "What accounts.yaml is cannot be told from its name.",
      "Give it one of these endings: .csv, .tsv, .txt.",
    ]);
    expect(thrownBy(() => read("PK\u0003\u0004"), UserError).message).to.equal(
      "accounts.csv is an Excel workbook or an archive, not text.",
    );
  });
});
