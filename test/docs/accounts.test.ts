import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import * as z from "zod";
import { readAccounts } from "../../sandboxes/accounts/readAccounts.ts";
import { accountFields } from "../../sandboxes/accounts/accountFields.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/accounts.md"), "utf8");

function examples(kind: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\``, "gms"))].map(([, text = ""]) => text);
}

const read = (text: string) => readAccounts({ name: "accounts.csv", bytes: Buffer.from(text) });

describe("the page of accounts", () => {
  it("shows tables that can be read", () => {
    expect(examples("csv").map(read)).to.deep.equal([
      [
        { account: "111122223333", externalId: "course-17" },
        {
          account: "444455556666",
          role: "arn:aws:iam::444455556666:role/courses/sandboxes",
          externalId: "course-17",
          region: "eu-west-1",
        },
        { account: "777788889999" },
      ],
      [{ account: "111122223333", role: "arn:aws:iam::111122223333:role/OrganizationAccountAccessRole" }],
    ]);
  });

  it("names every column and every other name of one, and each is one", () => {
    const rows = [...page.matchAll(/^\| `(\w+)` +\|[^|]*\| +(`[^|]*?) *\|$/gm)];
    expect(rows.map(([, field]) => field)).to.deep.equal(accountFields.names);
    for (const [, field = "", names = ""] of rows) {
      for (const name of names.split(", ").map((text) => text.replaceAll("`", ""))) {
        const text = field === "account" ? `${name}\n111122223333\n` : `account,${name}\n111122223333,\n`;
        expect(read(text), name).to.deep.equal([{ account: "111122223333" }]);
      }
    }
  });

  it("shows policies that are JSON, of the current version", () => {
    const policy = z.object({ Version: z.literal("2012-10-17"), Statement: z.array(z.unknown()).min(1) });
    const policies = examples("json").map((text) => policy.safeParse(JSON.parse(text)).success);
    expect(policies).to.deep.equal([true, true, true]);
  });
});
