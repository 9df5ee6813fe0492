import { expect } from "chai";
import { refusalOf, rosterOf } from "./rosterOf.ts";

const fields = "Known are id, name, email, group, role, account, region.";
const shape = "A list of students is expected, or a mapping of students and groups.";
const group = (rest: string) => `students: [{id: a}]\ngroups:\n  - ${rest}\n`;

const readable = [
  {
    is: "a list of students",
    text: "- id: s-17\n  name: Zoë Müller\n  E-Mail: zoe@example.com\n- {id: 018, role: Assistant, email: ~, name: ''}\n",
    roster: {
      students: [
        { id: "s-17", name: "Zoë Müller", email: "zoe@example.com", role: "student" },
        { id: "018", role: "assistant" },
      ],
      groups: [],
    },
  },
  {
    is: "students and groups",
    text: "groups:\n  - {name: red, blueprint: ready-made, shared: true}\n  - name: blue\nstudents:\n  - {id: a, group: red}\n",
    roster: {
      students: [{ id: "a", group: "red", role: "student" }],
      groups: [
        { name: "red", blueprint: "ready-made", shared: true },
        { name: "blue", shared: false },
      ],
    },
  },
  {
    is: "values as they are written, zeros before a number too",
    text: "- {id: 1e3, account: 012345678901, group: true, name: 2026-11-26}\n",
    roster: {
      students: [{ id: "1e3", account: "012345678901", group: "true", name: "2026-11-26", role: "student" }],
      groups: [{ name: "true", shared: false }],
    },
  },
  {
    is: "what is written once and meant twice",
    text: "- {id: a, region: &home eu-west-1}\n- {id: b, region: *home}\n",
    roster: {
      students: [
        { id: "a", region: "eu-west-1", role: "student" },
        { id: "b", region: "eu-west-1", role: "student" },
      ],
      groups: [],
    },
  },
];

const refused = [
  { is: "that is empty", text: "# nobody\n", says: `line 1, column 1: The file is empty. ${shape}` },
  { is: "that is a text", text: "\nstudents\n", says: `line 2, column 1: ${shape}` },
  {
    is: "that is no YAML",
    text: "- id: a\n- id: 'b\n",
    says: "line 3, column 1: This is no YAML: Missing closing 'quote.",
  },
  {
    is: "with a key twice",
    text: "- id: a\n  id: b\n",
    says: "line 2, column 3: This is no YAML: Map keys must be unique.",
  },
  {
    is: "with a key that is none",
    text: "- id: a\n  emial: b\n",
    says: `line 2, column 3: There is no "emial" here (did you mean email?). ${fields}`,
  },
  {
    is: "with a field under two names",
    text: "- id: a\n  mail: a@b.de\n  e-mail: a@b.de\n",
    says: "line 3, column 11, email: The student has email twice. One of them has to go.",
  },
  {
    is: "with a section that is none",
    text: "students: [{id: a}]\ngruops: []\n",
    says: 'line 2, column 1: There is no "gruops" here (did you mean groups?). Known are students, groups.',
  },
  {
    is: "without students",
    text: "groups: [{name: red}]\n",
    says: "line 1, column 1: There is no student. A list of students is expected.",
  },
  {
    is: "with an empty list",
    text: "[]\n",
    says: "line 1, column 1: There is no student. A list of students is expected.",
  },
  {
    is: "with a student who is a text",
    text: "- id: a\n- b\n",
    says: 'line 2, column 3: A student is a mapping, such as "id: s-17".',
  },
  {
    is: "with a list for a name",
    text: "- id: a\n  name: [b]\n",
    says: "line 2, column 9: name is a text, not a list or a mapping.",
  },
  {
    is: "with a student without an id",
    text: "- id: a\n- name: b\n",
    says: "line 2, column 3, id: The student has no id. Each has one of their own.",
  },
  {
    is: "with an id twice",
    text: "- id: a\n- {name: b, id: A}\n",
    says: 'line 2, column 17, id: The id "A" is that of line 1 as well. Ids differ in more than upper and lower case.',
  },
  {
    is: "with a group that is not declared",
    text: "students: [{id: a, group: rde}]\ngroups: [{name: red}]\n",
    says: 'line 1, column 27, group: There is no group "rde" (did you mean red?). Declared are red.',
  },
  {
    is: "with groups that are no list",
    text: "students: [{id: a}]\ngroups: red\n",
    says: "line 2, column 1: groups is a list.",
  },
  { is: "with a group without a name", text: group("shared: true"), says: "line 3, column 5: The group has no name." },
  {
    is: "with a group twice",
    text: group("name: red\n  - name: red"),
    says: 'line 4, column 11: There is a group "red" already. Groups have different names.',
  },
  {
    is: "with a control character in a group's name",
    text: group('name: "r\\u0007ed"'),
    says: 'line 3, column 11: "r\\u0007ed" has a control character in it. Letters, digits and punctuation are expected.',
  },
  {
    is: "with a group that says what no group does",
    text: group("{name: red, share: true}"),
    says: 'line 3, column 17: There is no "share" here (did you mean shared?). Known are name, blueprint, shared.',
  },
  {
    is: "with a blueprint that is none",
    text: group("{name: red, blueprint: readymade}"),
    says: 'line 3, column 28: There is no blueprint "readymade" (did you mean ready-made?). Known are ready-made and do-it-yourself.',
  },
  {
    is: "with a group that is neither shared nor not",
    text: group("{name: red, shared: maybe}"),
    says: 'line 3, column 25: shared is true or false, not "maybe".',
  },
];

describe("a roster in YAML", () => {
  for (const { is, text, roster } of readable) {
    for (const name of ["class.yaml", "class.yml"]) {
      it(`can be ${is} (${name})`, () => {
        expect(rosterOf(name, text)).to.deep.equal(roster);
      });
    }
  }

  for (const { is, text, says } of refused) {
    it(`is refused ${is}`, () => {
      const { message, exitCode } = refusalOf("class.yaml", text);
      expect([message, exitCode]).to.deep.equal([`class.yaml, ${says}`, 2]);
    });
  }

  it("is refused with all its problems at once", () => {
    const text =
      "students:\n  - {id: a, email: nobody, role: chef}\n  - {name: b}\ngroups:\n  - {name: red, shared: 1}\n";
    expect(refusalOf("class.yaml", text).message.split("\n")).to.deep.equal([
      "class.yaml has 4 problems:",
      '  class.yaml, line 2, column 20, email: "nobody" is no e-mail address. One like zoe@example.com is expected.',
      '  class.yaml, line 2, column 34, role: There is no role "chef". Known are student and assistant.',
      "  class.yaml, line 3, column 5, id: The student has no id. Each has one of their own.",
      '  class.yaml, line 5, column 25: shared is true or false, not "1".',
    ]);
  });
});
