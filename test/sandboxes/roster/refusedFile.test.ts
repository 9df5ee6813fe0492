import { expect } from "chai";
import { zipSync } from "fflate";
import { refusalOf } from "./rosterOf.ts";

const save = 'In Excel choose "Save As" and the type "CSV UTF-8 (Comma delimited)", and give the file that this makes.';
const plain = 'Excel\'s plain "CSV" writes such bytes for ä, é or ß.';
const groups = [{ name: "red", shared: false }];
const utf16 = (text: string) => Buffer.from(text, "utf16le");

const refused = [
  {
    is: "an Excel workbook",
    name: "class.xlsx",
    content: zipSync({ "xl/workbook.xml": new Uint8Array() }),
    says: "class.xlsx is an Excel workbook or an archive, not text.",
    nextStep: save,
  },
  {
    is: "an Excel workbook that has the name of a table",
    name: "class.csv",
    content: zipSync({ "xl/workbook.xml": new Uint8Array() }),
    says: "class.csv is an Excel workbook or an archive, not text.",
    nextStep: save,
  },
  {
    is: "a workbook of an old Excel",
    name: "class.xls",
    content: Buffer.from("d0cf11e0a1b11ae1", "hex"),
    says: "class.xls is an Excel workbook or an archive, not text.",
    nextStep: save,
  },
  {
    is: "in Windows-1252",
    name: "class.csv",
    content: Buffer.from("id;name\r\ns-17;Zoë Müller\r\n", "latin1"),
    says: `class.csv is not UTF-8: the byte 0xEB in line 2, column 8 is wrong. ${plain}`,
    nextStep: save,
  },
  {
    is: "in UTF-8 with one wrong byte behind a mark, a replacement character and an emoji",
    name: "class.csv",
    content: Buffer.concat([Buffer.from("\uFEFF\uFFFD👩a"), Buffer.from([0xff])]),
    says: `class.csv is not UTF-8: the byte 0xFF in line 1, column 4 is wrong. ${plain}`,
    nextStep: save,
  },
  {
    is: "in UTF-8 that ends within a character",
    name: "class.yaml",
    content: Buffer.from("- id: ü").subarray(0, -1),
    says: `class.yaml is not UTF-8: the byte 0xC3 in line 1, column 7 is wrong. ${plain}`,
    nextStep: save,
  },
  {
    is: "in UTF-16 without a mark",
    name: "class.csv",
    content: utf16("id\n"),
    says: "class.csv has a NUL byte in line 1, column 2: it is no text, or UTF-16 without a byte-order mark. UTF-8 is expected.",
    nextStep: save,
  },
  {
    is: "in UTF-16 that ends within a character",
    name: "class.csv",
    content: utf16("\uFEFFid\nab").subarray(0, -1),
    says: "class.csv begins as UTF-16 does, but line 2, column 2 is not UTF-16. Is the file complete?",
    nextStep: save,
  },
  {
    is: "of another kind",
    name: "class.json",
    content: "[]",
    says: "What class.json is cannot be told from its name.",
    nextStep: "Give it one of these endings: .csv, .tsv, .txt, .yaml, .yml.",
  },
  {
    is: "without an ending",
    name: "csv",
    content: "id\na\n",
    says: "What csv is cannot be told from its name.",
    nextStep: "Give it one of these endings: .csv, .tsv, .txt, .yaml, .yml.",
  },
  {
    is: "with a group that the settings declare as well",
    name: "class.yaml",
    content: "students: [{id: a}]\ngroups: [{name: red}]\n",
    says: 'The group "red" is declared in class.yaml, and in the settings of the class as well.',
    nextStep: "Leave it in one of the two places.",
  },
];

describe("a file of students is refused", () => {
  for (const { is, name, content, says, nextStep } of refused) {
    it(is, () => {
      const error = refusalOf(name, content, groups);
      expect([error.message, error.nextStep, error.exitCode]).to.deep.equal([says, nextStep, 2]);
    });
  }
});
