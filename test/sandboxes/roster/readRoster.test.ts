import { expect } from "chai";
import { readRoster } from "../../../sandboxes/roster/readRoster.ts";
import { refusalOf, rosterOf } from "./rosterOf.ts";

const zoe = { id: "s-17", name: "Zoë Müller", email: "zoe@example.com", role: "student" };
const ada = { id: "s-18", role: "student" };
const both = { students: [zoe, ada], groups: [] };
const table = "id,name,email\ns-17,Zoë Müller,zoe@example.com\ns-18,,\n";

const utf16le = Buffer.from(`\uFEFF${table}`, "utf16le");

const readable = [
  { is: "separated by commas", text: table },
  { is: "separated by semicolons", text: table.replaceAll(",", ";") },
  { is: "separated by tabs", text: table.replaceAll(",", "\t") },
  { is: "with Excel's first line that says what separates", text: `sep=;\n${table.replaceAll(",", ";")}` },
  { is: "with a separator of its own in that line", text: `"sep=|"\n${table.replaceAll(",", "|")}` },
  { is: "with a tab in that line", text: `sep=\t\n${table.replaceAll(",", "\t")}` },
  { is: "with a byte-order mark", text: `\uFEFF${table}` },
  { is: "with the line breaks of Windows", text: table.replaceAll("\n", "\r\n") },
  { is: "without a line break at the end", text: table.trimEnd() },
  { is: "with blank lines and blank rows", text: `${table.replaceAll("\n", "\n\n")},,\n\n \n` },
  { is: "with blanks around fields", text: " id , name , email\n s-17 , Zoë Müller, zoe@example.com\u00A0\ns-18, ,\n" },
  { is: "in quotation marks", text: 'id,"name","email"\n"s-17", "Zoë Müller" ,"zoe@example.com"\n"s-18","",""\n' },
  { is: "with a line break in a name", text: table.replace("Zoë Müller", '"Zoë\r\n Müller"') },
  { is: "with columns in another order and case", text: "E-Mail;ID;Name\nzoe@example.com;s-17;Zoë Müller\n;s-18;\n" },
  { is: "with other names for the columns", text: table.replace("id,name,email", "Student ID,full_name,Mail") },
  { is: "with empty columns after the last", text: table.replaceAll("\n", ",,\n") },
];

describe("a roster", () => {
  for (const { is, text } of readable) {
    it(`can be a table ${is}`, () => {
      expect(rosterOf("class.csv", text)).to.deep.equal(both);
    });
  }

  for (const name of ["class.CSV", "class.tsv", "a.b.txt"]) {
    it(`is a table in ${name}`, () => {
      expect(rosterOf(name, table)).to.deep.equal(both);
    });
  }

  for (const [encoding, bytes] of [
    ["UTF-16LE", utf16le],
    ["UTF-16BE", Buffer.from(utf16le).swap16()],
  ] as const) {
    it(`can be in ${encoding} with its mark`, () => {
      expect(readRoster({ name: "class.csv", bytes })).to.deep.equal(both);
    });
  }

  it("has everything that a table can say, and quotation marks and separators within fields", () => {
    const header = "id,name,email,group,role,account,region";
    const row = 's-19,"Müller, ""Zo""",zo@example.com,red,Assistant,0123-4567-8901,eu-west-1';
    expect(rosterOf("class.csv", `${header}\n${row}\n`)).to.deep.equal({
      students: [
        {
          id: "s-19",
          name: 'Müller, "Zo"',
          email: "zo@example.com",
          group: "red",
          role: "assistant",
          account: "012345678901",
          region: "eu-west-1",
        },
      ],
      groups: [{ name: "red", shared: false }],
    });
  });

  it("has the groups that the settings declare, whether anybody is in them or not", () => {
    const groups = [
      { name: "red", shared: true },
      { name: "blue", shared: false },
    ];
    expect(rosterOf("class.csv", "id,group\ns-1,red\ns-2,\n", groups)).to.deep.equal({
      students: [
        { id: "s-1", group: "red", role: "student" },
        { id: "s-2", role: "student" },
      ],
      groups,
    });
  });

  it("can have a thousand lines", () => {
    const rows = Array.from({ length: 1000 }, (_, index) => `s-${index},Student ${index},s${index}@example.com`);
    const { students } = rosterOf("class.csv", `id,name,email\n${rows.join("\n")}\n`);
    const expected = rows.map((row) => {
      const [id, name, email] = row.split(",");
      return { id, name, email, role: "student" };
    });
    expect(students).to.deep.equal(expected);
  });

  it("can have a thousand lines with something wrong in each", () => {
    const rows = Array.from({ length: 1000 }, (_, index) => `s-${index},nobody`);
    const { message } = refusalOf("class.csv", `id,email\n${rows.join("\n")}\n`);
    expect(message.split("\n")).to.have.length(12);
    expect(message)
      .to.match(/^class\.csv has 1000 problems:\n/)
      .and.to.match(/\n {2}And 990 more\.$/);
  });
});
