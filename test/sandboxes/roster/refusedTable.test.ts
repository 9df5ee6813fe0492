import { expect } from "chai";
import { refusalOf } from "./rosterOf.ts";

const red = [{ name: "red", shared: false }];
const known = "Known are id, name, email, group, role, account, region.";
const header = "A header is expected, with id and whatever else there is of name, email, group, role, account, region.";
const unread = "What follows was not read.";
const excel =
  "Excel has made a rounded number of it, and its digits are lost: give the column the format Text and type it again.";
const twelve = "Expected is an account id of twelve digits.";

/** One problem each: what the whole message is, after the name of the file. */
const refused = [
  { is: "that is empty", text: "", says: `line 1, column 1: The file is empty. ${header}` },
  { is: "of blank lines", text: "\n \n\r\n", says: `line 1, column 1: The file is empty. ${header}` },
  {
    is: "that says it is separated by what separates nothing",
    text: 'sep="\nid\na\n',
    says: `line 1, column 1: A quotation mark stands within a field. A field with quotation marks in it is written in quotation marks, and those in it twice: "Zoë ""Zo"" Müller". ${unread}`,
  },
  {
    is: "of a header alone",
    text: "id,name\n\n",
    says: "line 1, column 1: After the header there is no student. One row for each is expected.",
  },
  {
    is: "with a column that is none",
    text: "id,emial\na,b\n",
    says: `line 1, column 2: There is no column "emial" (did you mean email?). ${known}`,
  },
  {
    is: "with a column that is near to none",
    text: "id,shoe size\na,43\n",
    says: `line 1, column 2: There is no column "shoe size". ${known}`,
  },
  {
    is: "with a column twice",
    text: "id,email,name,E-Mail\na,,b,\n",
    says: "line 1, column 4, email: Column 2 is email as well. One of them has to go.",
  },
  { is: "without ids", text: "name\nZoë\n", says: `line 1, column 1, id: No column is named id. ${header}` },
  {
    is: "with a value under no name",
    text: "id,,name\na,b,c\n",
    says: 'line 2, column 2: "b" is in a column without a name.',
  },
  {
    is: "with too few fields in a row",
    text: "id,name,role\na,b,\n\nc,d\n",
    says: "line 4, column 3, role: The row has 2 fields, and the header has 3.",
  },
  {
    is: "with too many fields in a row",
    text: "id,name\na,Müller, Zoë\n",
    says: "line 2, column 3: The row has 3 fields, and the header has 2. A field with the separator in it is written in quotation marks.",
  },
  {
    is: "with a quotation mark that is never closed",
    text: 'id,name\na,b\nc,"d\ne,f\n',
    says: `line 3, column 2: A quotation mark is opened in this row, and never closed. ${unread}`,
  },
  {
    is: "with a quotation mark within a field",
    text: 'id,name\na,Zoë "Zo" Müller\n',
    says: `line 2, column 2: A quotation mark stands within a field. A field with quotation marks in it is written in quotation marks, and those in it twice: "Zoë ""Zo"" Müller". ${unread}`,
  },
  {
    is: "with a student without an id",
    text: "name,id\nZoë,a\nAda,\n",
    says: "line 3, column 2, id: The student has no id. Each has one of their own.",
  },
  {
    is: "with an id twice",
    text: "id\na\nb\na\n",
    says: 'line 4, column 1, id: The id "a" is that of line 2 as well. Ids differ in more than upper and lower case.',
  },
  {
    is: "with an id twice in another case",
    text: "id\nZOË\nZoe\u0308\n",
    says: 'line 3, column 1, id: The id "Zoe\u0308" is that of line 2 as well. Ids differ in more than upper and lower case.',
  },
  {
    is: "with an id that Excel has spoilt",
    text: "id\n1.23E+11\n",
    says: `line 2, column 1, id: "1.23E+11" is no id. ${excel}`,
  },
  {
    is: "with an address that is none",
    text: "id,email\na,zoe@example\n",
    says: 'line 2, column 2, email: "zoe@example" is no e-mail address. One like zoe@example.com is expected.',
  },
  {
    is: "with a group that is not declared",
    text: "id,group\na,rde\n",
    says: 'line 2, column 2, group: There is no group "rde" (did you mean red?). Declared are red.',
    groups: red,
  },
  {
    is: "with a group where none is declared",
    text: "id,group\na,rde\n",
    says: 'line 2, column 2, group: There is no group "rde". None is declared.',
    groups: [],
  },
  {
    is: "with a role that is none",
    text: "id,role\na,asistant\n",
    says: 'line 2, column 2, role: There is no role "asistant" (did you mean assistant?). Known are student and assistant.',
  },
  {
    is: "with an account that is none",
    text: "id,account\na,mine\n",
    says: `line 2, column 2, account: "mine" is no account. ${twelve}`,
  },
  {
    is: "with an account that Excel has rounded",
    text: "id;account\na;1,23E+11\n",
    says: `line 2, column 2, account: "1,23E+11" is no account. ${twelve} ${excel}`,
  },
  {
    is: "with an account whose zeros Excel has left out",
    text: "id,account\na,1234567890\n",
    says: `line 2, column 2, account: "1234567890" is no account. ${twelve} It has 10: Excel leaves out zeros at the beginning. If that is so, give the column the format Text and type 001234567890.`,
  },
  {
    is: "with a region that is none",
    text: "id,region\na,Ireland\n",
    says: 'line 2, column 2, region: "Ireland" is no region. Expected is the name of a region, such as eu-west-1.',
  },
  {
    is: "with a control character in a name",
    text: "id,name\na,Zoë\u001b[31m\n",
    says: 'line 2, column 2, name: "Zoë\\u001b[31m" has a control character in it. Letters, digits and punctuation are expected.',
  },
  {
    is: "with a name that turns text around",
    text: "id,name\na,Zoë\u202e\n",
    says: 'line 2, column 2, name: "Zoë\\u202e" has a control character in it. Letters, digits and punctuation are expected.',
  },
  {
    is: "with a line break in an id",
    text: 'id\n"a\nb"\n',
    says: 'line 2, column 1, id: "a\\u000ab" has a control character in it. Letters, digits and punctuation are expected.',
  },
  {
    is: "with a name without end",
    text: `id,name\na,${"x".repeat(257)}\n`,
    says: `line 2, column 2, name: "${"x".repeat(39)}…" has 257 characters, and may have 256.`,
  },
  {
    is: "with something wrong after a field of several lines",
    text: 'sep=,\r\nid,name\r\na,"b\r\nc"\r\nd,e,f\r\n',
    says: "line 5, column 3: The row has 3 fields, and the header has 2. A field with the separator in it is written in quotation marks.",
  },
];

describe("a table of students is refused", () => {
  for (const { is, text, says, groups } of refused) {
    it(is, () => {
      const { message, nextStep, exitCode } = refusalOf("class.csv", text, groups);
      expect([message, nextStep, exitCode]).to.deep.equal([
        `class.csv, ${says}`,
        "Mend the file, and give it again.",
        2,
      ]);
    });
  }

  it("with all its problems at once, in the order of the file", () => {
    const text = 'id,email,group,rôle\na,nobody,blue,\n,a@example.com,red\nA,"b\n';
    expect(refusalOf("class.csv", text, red).message.split("\n")).to.deep.equal([
      "class.csv has 6 problems:",
      `  class.csv, line 1, column 4: There is no column "rôle" (did you mean role?). ${known}`,
      '  class.csv, line 2, column 2, email: "nobody" is no e-mail address. One like zoe@example.com is expected.',
      '  class.csv, line 2, column 3, group: There is no group "blue". Declared are red.',
      "  class.csv, line 3, column 1, id: The student has no id. Each has one of their own.",
      "  class.csv, line 3, column 4: The row has 3 fields, and the header has 4.",
      `  class.csv, line 4, column 2: A quotation mark is opened in this row, and never closed. ${unread}`,
    ]);
  });

  it("with the first ten of eleven problems, and the number of the others", () => {
    const rows = Array.from({ length: 11 }, (_, index) => `s-${index},nobody`);
    const lines = refusalOf("class.csv", ["id,email", ...rows].join("\n")).message.split("\n");
    expect(lines.slice(1, 11).map((line) => /line (\d+)/.exec(line)?.[1])).to.deep.equal(
      Array.from({ length: 10 }, (_, index) => String(index + 2)),
    );
    expect([lines.length, lines[0], lines[11]]).to.deep.equal([12, "class.csv has 11 problems:", "  And 1 more."]);
  });

  it("with ten problems, and no word of others", () => {
    const rows = Array.from({ length: 10 }, (_, index) => `s-${index},nobody`);
    const { message } = refusalOf("class.csv", ["id,email", ...rows].join("\n"));
    expect(message.split("\n")).to.have.length(11);
    expect(message).to.not.contain("more");
  });
});
