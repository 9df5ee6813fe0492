import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { handOut } from "../../../sandboxes/handover/handOut.ts";
import { filesBelow } from "./filesBelow.ts";
import { credentialsOf, testClass, type TestClass } from "./testClass.ts";

const evil = `<script>alert("1")</script> & O'Brien`;

/** Text as it stands in HTML. */
function html(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

describe("the sheet for the classroom", () => {
  let autumn: TestClass;
  let page: string;

  before(async () => {
    autumn = await testClass([
      { id: "ada", student: { name: "Ada Byron" } },
      { id: "bob", student: { name: evil } },
      { id: "seat-01" },
      { id: "eve", state: "frozen", student: { name: "Eve Frozen" } },
    ]);
    const sheet = join(autumn.elsewhere, "sheet.html");
    const handed = await handOut({ sandboxes: [], sheet }, autumn.desk, autumn);
    expect(handed).to.deep.equal({ sandboxes: ["ada", "bob", "seat-01"], paths: [], sheet });
    page = readFileSync(sheet, "utf8");
  });
  after(async () => autumn.close());

  const sections = () => [...page.matchAll(/<section.*?<\/section>/gs)].map(([section]) => section);
  const sectionOf = (id: string) => sections().find((section) => section.includes(`<h1 id="${id}">`)) ?? "";

  it("is for the user alone, and nothing else is written", () => {
    expect(filesBelow(autumn.elsewhere)).to.deep.equal({ "sheet.html": "600" });
  });

  it("has each sandbox that is handed out once, with whom it is for", () => {
    const heads = sections().map((section) => /<h1 id="([^"]+)">([^<]*)<\/h1>/.exec(section)?.slice(1));
    expect(heads).to.deep.equal([
      ["ada", "Ada Byron"],
      ["bob", html(evil)],
      ["seat-01", "s-seat-01"],
    ]);
    expect(page).to.not.contain("Frozen");
  });

  it("records that they were handed over", () => {
    const handOvers = autumn.folder.leases.list().map(({ handOvers: all }) => all.map(({ to }) => to));
    expect(handOvers).to.deep.equal([["file"], ["file"], [], ["file"]]);
  });

  for (const id of ["ada", "bob", "seat-01"]) {
    const facts = {
      "every user name": credentialsOf(id).map(({ userName }) => `<td>${userName}</td>`),
      "every password": credentialsOf(id).map(({ password }) => `<td>${html(password)}</td>`),
      "the sign-in page": ["<dd>https://000000000000.signin.aws.amazon.com/console</dd>"],
      "the region": ["<dd>us-east-1</dd>"],
      "the join code": [`<dd>CODE-${id}</dd>`],
      "the end": ["<dd>2030-01-31 17:30 UTC</dd>"],
      "the workshop": ["<strong>encrypt-a-database</strong>"],
      "the names of its own": [`<td>${id}-nextwork-kms-key</td>`, `<td>${id}-nextwork-kms-table</td>`],
      "the first tasks": [
        `<li>As ${id}-nextwork-kms-user, try to read the table. What are you refused, and by whom?</li>`,
        `<li>As the administrator, make ${id}-nextwork-kms-user a user of the key.</li>`,
      ],
      "profiles for the AWS CLI": credentialsOf(id).flatMap(({ userName, accessKeyId, secretAccessKey }) => [
        `[profile ${userName}]`,
        `aws_access_key_id = ${accessKeyId}`,
        `aws_secret_access_key = ${secretAccessKey}`,
      ]),
      "commands to try": [`aws sts get-caller-identity --profile ${id}-admin`],
    };
    for (const [what, texts] of Object.entries(facts)) {
      it(`tells ${id} ${what}`, () => {
        for (const text of texts) expect(sectionOf(id)).to.contain(text);
      });
    }

    it(`tells ${id} nothing of another`, () => {
      for (const other of ["ada", "bob", "seat-01"].filter((one) => one !== id)) {
        for (const { userName, secretAccessKey } of credentialsOf(other)) {
          expect(sectionOf(id)).to.not.contain(userName);
          expect(sectionOf(id)).to.not.contain(secretAccessKey);
        }
      }
    });
  }

  it("has no script, asks nothing of anybody, and lets nothing in but its own styles", () => {
    expect(page).to.match(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/);
    expect(page).to.not.match(/<script|<img|<iframe|<object|<embed|<form|<base|@import|url\(/i);
    expect([...page.matchAll(/(?:src|href|action)="([^"]*)"/g)].map(([, to]) => to)).to.deep.equal(["data:,"]);
  });

  it("begins a page of paper for each", () => {
    expect(page).to.match(/@page \{\s*size: A4;/);
    expect(page).to.match(/section \{[^}]*break-after: page;/);
  });
});
