import { expect } from "chai";
import type { Browser } from "playwright-core";
import { sheet } from "../../../sandboxes/handover/sheet/sheet.tsx";
import type { SheetPage } from "../../../sandboxes/handover/sheet/sheetPage.ts";
import { startBrowser } from "../../reporters/html/browser.ts";

/** A page that is as full as one of a workshop with three users can be. */
function fullPage(sandbox: string, students: number): SheetPage {
  const userNames = ["admin", "QuocBao", "Colleague"].map((name) => `${sandbox}-${name}`);
  const task = `As ${sandbox}-Colleague, try to read the secret ${sandbox}-taskhub. What are you refused, and by whom?`;
  return {
    sandbox,
    who: Array.from({ length: students }, (_, index) => `Maximilian-Alexander Müller-Lüdenscheidt ${index}`),
    group: "red",
    className: "autumn",
    workshop: "team-task-hub",
    until: "2030-01-31T17:30:00.000Z",
    joinCode: "K7PX-2MQA-9TRD",
    credentials: userNames.map((userName) => ({
      userName,
      accessKeyId: "AKIAIOSFODNN7EXAMPLE",
      secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
      password: "vN3!k_w8Q|pZr2(Jx7d{",
      signInUrl: "https://000000000000.signin.aws.amazon.com/console",
    })),
    place: { region: "ap-southeast-2", endpoint: "http://192.168.178.20:4566" },
    names: {
      administrator: `${sandbox}-admin`,
      "key alias": `${sandbox}-taskhub_kms`,
      table: `${sandbox}-taskhub`,
      secret: `${sandbox}-taskhub`,
      "permissions boundary": `arn:aws:iam::000000000000:policy/keylab-boundaries/${sandbox}`,
    },
    tasks: [1, 2, 3, 4, 5, 6].map((number) => `${number}. ${task}`),
  };
}

describe("the sheet for the classroom, printed by Chromium", () => {
  let browser: Browser | undefined;

  before(async function () {
    browser = await startBrowser();
    if (!browser) this.skip();
  });
  after(async () => browser?.close());

  for (const { students, of } of [
    { students: 1, of: "a student" },
    { students: 5, of: "five who share one" },
  ]) {
    it(`has one page of A4 for each sandbox of ${of}, and asks nobody for anything`, async () => {
      const page = await browser?.newPage();
      if (!page) throw new Error("There is no page.");
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      page.on("console", (message) => asked.push(message.text()));
      const ids = ["maximilian-6lgl", "zoe-4k2p", "seat-01"];
      await page.setContent(sheet(ids.map((id) => fullPage(id, students))), { waitUntil: "load" });
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type \/Page\b/g)).to.have.length(ids.length);
      // 210 by 297 mm are 595 by 842 points, which Chromium rounds from pixels.
      for (const [, width, height] of pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)) {
        expect([Math.round(Number(width)), Math.round(Number(height))]).to.deep.equal([595, 842]);
      }
      expect(asked).to.deep.equal([]);
      await page.close();
    });
  }
});
