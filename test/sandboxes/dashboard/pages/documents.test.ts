import { expect } from "chai";
import type { ClassView, StudentView } from "../../../../sandboxes/desk.ts";
import { instructorDocument } from "../../../../sandboxes/dashboard/pages/instructorDocument.tsx";
import { stateForStudents } from "../../../../sandboxes/dashboard/pages/stateForStudents.ts";
import { studentDocument } from "../../../../sandboxes/dashboard/pages/studentDocument.tsx";
import { leaseStates, type LeaseState } from "../../../../sandboxes/lease/leaseState.ts";
import { atClock, fakeClass } from "../../../support/fakeClass.ts";
import { FakeDesk } from "../../../support/fakeDesk.ts";
import { zoesCode } from "../../../support/fakeClassroom.ts";

/** What a page says, without its elements. */
function textOf(html: string): string {
  const body = /<div id="page">.*<\/div><div id="dialogs">/s.exec(html)?.[0] ?? "";
  return body
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/\s+/g, " ");
}

describe("the instructor's page as it is sent", () => {
  const page = (change: Partial<ClassView> = {}) =>
    textOf(instructorDocument({ view: { ...fakeClass, ...change }, token: "token" }).html);

  for (const said of [
    "✔ 1 handed out ▶ 1 active ■ 1 frozen ✘ 1 failed ✘ 1 quarantined",
    "Time left 1 h 30 min left until 15:30 UTC",
    "Cost in all $0.46",
    "Ana Lima, ben : they are stuck",
    "dana : it could not be deployed",
    "Eve : its end failed, something is still there",
    "Zoë Ng zoe-4k2p · do-it-yourself",
    "dana dana-q7r5 · assistant · do-it-yourself",
    "Credentials written to a file, 13:20 UTC Credentials shown to the student, 13:30 UTC",
    "✘ failed since 13:22 UTC , because the quota of customer managed keys is used up",
    "Still there: key alias/eve-h3n6-nextwork-kms-key Its key policy locks everybody out",
    "3 of 5 last: item written key created 13:41 UTC table created 13:48 UTC item written 13:56 UTC reader refused not yet",
    "stuck for 25 min, since 13:35 UTC",
    "kms:Decrypt by nextwork-kms-user, 13:57 UTC No statement of the key policy, of a grant or of the user's policies allows it. 1 before",
    "$0.07 1 key, 1 table, 214 requests",
  ]) {
    it(`says: ${said}`, () => expect(page()).to.include(said));
  }

  for (const { isolation, said } of [
    { isolation: "proved", said: "✔ isolation proved No sandbox reaches into another one" },
    { isolation: "broken", said: "✘ Isolation is broken. Somebody can reach into the sandbox of somebody else." },
    { isolation: "not proved yet", said: "! Isolation is not proved yet. Nobody has tried" },
  ] as const) {
    it(`says of an isolation that is ${isolation}: ${said}`, () => {
      expect(page({ isolation })).to.include(said);
      expect(page({ isolation }).match(/isolation/gi)).to.have.lengthOf(1);
    });
  }

  it("says in which account and region a sandbox is, where it is not where the class is", () => {
    const [zoe, ...others] = fakeClass.leases;
    const abroad = zoe === undefined ? [] : [{ ...zoe, account: "111122223333", region: "eu-west-1" }];
    expect(page({ leases: [...abroad, ...others] })).to.include(
      "zoe-4k2p · do-it-yourself · account 111122223333 · region eu-west-1",
    );
    expect(page()).not.to.match(/\b(account|region) \w*\d/);
  });

  it("says which accounts cannot be looked into, and why", () => {
    const problem = "Nobody can look at zoe-4k2p: The account 111122223333 cannot be entered.";
    expect(page({ problems: [problem] })).to.include(
      `! Not all sandboxes can be looked at. What is shown of these may be old, and their refusals are missing. ${problem}`,
    );
    expect(page()).not.to.include("looked at");
  });

  it("says which sandbox closes first, and which last", () => {
    const [zoe, ...others] = fakeClass.leases;
    const leases = zoe === undefined ? others : [{ ...zoe, until: atClock("14:09") }, ...others];
    expect(page({ leases })).to.include(
      "first sandbox 9 min left until 14:09 UTC ; last one 1 h 30 min left until 15:30 UTC",
    );
  });

  it("says that there is nothing yet", () => {
    expect(page({ leases: [] }))
      .to.include("There is no sandbox yet.")
      .and.include("To look at nothing");
  });

  it("counts a time in whose wake nothing was done", () => {
    expect(page({ now: atClock("16:00") })).to.include("over for 30 min since 15:30 UTC");
  });
});

describe("a student's page as it is sent", () => {
  async function page(change: Partial<StudentView> = {}): Promise<string> {
    const view = await new FakeDesk().studentView(zoesCode);
    if (view === undefined) throw new Error("The code opens nothing.");
    return textOf(studentDocument({ view: { ...view, ...change }, token: "token" }).html);
  }

  for (const said of [
    "▶ active 1 h 30 min left until 15:30 UTC",
    "Create the key zoe-4k2p-nextwork-kms-key . ✔ done 13:41 UTC",
    "Try to read it as zoe-4k2p-nextwork-kms-user , and be refused. next",
    "All names in your sandbox begin with zoe-4k2p- .",
    "key alias zoe-4k2p-nextwork-kms-key Copy key alias",
    "Sign-in page https://zoe-4k2p.signin.example.com/console",
    "Show my credentials again They were shown before.",
    "dynamodb:CreateTable by administrator, 13:44 UTC The permissions boundary allows no table",
  ]) {
    it(`says: ${said}`, async () => expect(await page()).to.include(said));
  }

  it("offers credentials that were never shown", async () => {
    expect(await page({ wasHandedOut: false })).to.include("Show my credentials User names, passwords");
  });

  const open: readonly LeaseState[] = ["ready", "handed out", "active"];
  for (const state of leaseStates) {
    const offers = open.includes(state);
    it(`says what it means to be ${state}, and ${offers ? "offers" : "offers no"} credentials`, async () => {
      const text = await page({ state });
      expect(text).to.include(stateForStudents[state]);
      expect(text.includes("Show my credentials")).to.equal(offers);
    });
  }

  it("makes no link of what is none of the web", async () => {
    const view = await new FakeDesk().studentView(zoesCode);
    if (view === undefined) throw new Error("The code opens nothing.");
    const { html } = studentDocument({ view: { ...view, signInUrl: "javascript:alert(1)" }, token: "token" });
    expect(html).not.to.include('href="javascript:');
  });
});
