import { expect } from "chai";
import type { Browser, Locator, Page } from "playwright-core";
import { startBrowser } from "../../reporters/html/browser.ts";
import { atClock, checkpointsReached } from "../../support/fakeClass.ts";
import { zoesCode, type FakeClassroom } from "../../support/fakeClassroom.ts";
import { secretMark } from "../../support/fakeDesk.ts";
import { barriers, live, PageVisits } from "./pageVisits.ts";

const looks = [
  { width: 1280, colorScheme: "light" },
  { width: 360, colorScheme: "dark" },
] as const;

describe("the pages of a class in Chromium", function () {
  this.timeout(60_000);
  let browser: Browser | undefined;
  let visits: PageVisits;
  let room: FakeClassroom;

  before(async function () {
    browser = await startBrowser();
    if (browser === undefined) this.skip();
  });

  beforeEach(async () => {
    if (browser === undefined) throw new Error("There is no browser.");
    visits = await PageVisits.begin(browser);
    ({ room } = visits);
  });

  afterEach(async () => {
    await visits.end();
    expect(visits.complaints).to.deep.equal([]);
  });

  after(() => browser?.close());

  const rowOf = (page: Page, id: string): Locator => page.locator(`#lease-${id}`);
  const act = (page: Page, id: string, name: string) =>
    rowOf(page, id).locator(`[data-act=${name.toLowerCase()}]`).click();
  const closed = (page: Page) => page.locator("dialog").waitFor({ state: "detached" });
  const focused = (page: Page) =>
    page.evaluate<string>("document.activeElement.dataset.act ?? document.activeElement.tagName");

  for (const look of looks) {
    const { width, colorScheme } = look;
    it(`keep nobody out, and are no wider than they may be: ${width} pixels, ${colorScheme}`, async () => {
      room.desk.current = { ...room.desk.current, isolation: "broken" };
      for (const page of [await visits.instructor(look), await visits.student(look)]) {
        await page.locator("main details").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
        expect(await barriers(page)).to.deep.equal([]);
        expect(await page.evaluate("document.documentElement.scrollWidth")).to.equal(width);
        await page.locator("[data-act=credentials]").first().click();
        await page.getByRole("dialog").getByRole("button", { name: "Show" }).click();
        await page.locator(".credential").first().waitFor();
        expect(await barriers(page)).to.deep.equal([]);
        expect(await page.evaluate("document.documentElement.scrollWidth")).to.equal(width);
      }
      expect(await barriers(await visits.open(room.served.joinUrl, look))).to.deep.equal([]);
    });
  }

  it("take a token or a code out of the address, and tell it nobody", async () => {
    const { token, url } = room.served.newToken();
    const page = await visits.open(url);
    await live(page);
    expect(page.url()).to.equal(`${room.served.url}/`);
    const own = await live(await visits.open(`${room.served.joinUrl}#code=${zoesCode}`));
    expect(own.url()).to.equal(`${room.served.url}/student`);
    await own.goBack().catch(() => undefined);
    expect(own.url()).not.to.include(zoesCode);
    expect(visits.urls.filter((asked) => asked.includes(token) || asked.includes(zoesCode))).to.deep.equal([]);
  });

  it("take what is typed, and say why it does not work", async () => {
    const page = await visits.open(room.served.url);
    await page.getByLabel("Token").fill("wrong");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("This token does not work.").waitFor();
    // The browser says so by itself.
    expect(visits.complaints.splice(0)).to.have.lengthOf(1);
    await page.getByLabel("Token").fill(room.served.token);
    await page.keyboard.press("Enter");
    await live(page);
    expect(await page.locator("h1").textContent()).to.equal("Thursday class");
  });

  it("show what is new, and leave the focus and what is unfolded alone", async () => {
    const page = await visits.instructor();
    await rowOf(page, "zoe-4k2p").locator("summary").first().click();
    await rowOf(page, "zoe-4k2p").getByRole("button", { name: "Extend" }).focus();
    room.desk.change("zoe-4k2p", { checkpoints: checkpointsReached("13:41", "13:48", "13:56", "14:00") });
    await rowOf(page, "zoe-4k2p").getByText("4 of 5").waitFor();
    expect(await rowOf(page, "zoe-4k2p").locator("details[open]").count()).to.equal(1);
    expect(await focused(page)).to.equal("extend");
  });

  it("say which accounts cannot be looked into, as soon as it is so, and where sandboxes are", async () => {
    for (const look of looks) {
      room.desk.change("zoe-4k2p", { account: undefined });
      room.desk.current = { ...room.desk.current, problems: undefined };
      const page = await visits.instructor(look);
      const problem = `Nobody can look at zoe-4k2p: The account 111122223333 cannot be entered as arn:aws:iam::111122223333:role/${"x".repeat(64)}.`;
      expect(await page.getByRole("alert").count()).to.equal(0);
      room.desk.change("zoe-4k2p", { account: "111122223333" });
      room.desk.current = { ...room.desk.current, problems: [problem] };
      await page.getByRole("alert").getByText(problem).waitFor();
      await rowOf(page, "zoe-4k2p").getByText("account 111122223333").waitFor();
      expect(await barriers(page)).to.deep.equal([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).to.equal(look.width);
      const { KEYLAB_SHOTS } = process.env;
      if (KEYLAB_SHOTS) await page.screenshot({ path: `${KEYLAB_SHOTS}/${look.width}.png` });
      room.desk.current = { ...room.desk.current, problems: undefined };
      await page.getByRole("alert").waitFor({ state: "detached" });
    }
  });

  it("say when the class cannot be read, and when it can be again", async () => {
    const page = await visits.instructor();
    room.desk.failure = new Error("down");
    await page.getByText("cannot be read now, this may be old").waitFor();
    room.desk.failure = undefined;
    await live(page);
  });

  it("are live again by themselves after the server would not answer", async () => {
    const page = await visits.open(room.served.url);
    await page.route("**/events", (route) => route.fulfill({ status: 503 }), { times: 1 });
    await page.getByLabel("Token").fill(room.served.token);
    await page.keyboard.press("Enter");
    await page.getByText("reconnecting, this may be old").waitFor();
    await live(page);
    expect(visits.complaints.splice(0).every((complaint) => complaint.includes("503"))).to.equal(true);
  });

  it("say when somebody was signed out elsewhere", async () => {
    const page = await visits.instructor();
    const other = await page.context().newPage();
    await other.goto(room.served.url);
    await other.getByRole("button", { name: "Sign out" }).click();
    await other.getByLabel("Token").waitFor();
    await page.getByRole("link", { name: "Sign in again" }).waitFor();
    visits.complaints.splice(0);
  });

  it("freeze, with a reason, and thaw, by keyboard alone", async () => {
    const page = await visits.instructor();
    await rowOf(page, "zoe-4k2p").getByRole("button", { name: "Freeze" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Freeze Zoë Ng" }).waitFor();
    await page.keyboard.type("she asked for it");
    await page.keyboard.press("Enter");
    await rowOf(page, "zoe-4k2p").getByText("she asked for it").waitFor();
    expect(await focused(page)).to.equal("thaw");
    await page.keyboard.press("Enter");
    await page.getByText("Zoë Ng: thawed.").waitFor();
    expect(room.desk.asked).to.deep.equal(["freeze zoe-4k2p: she asked for it", "thaw zoe-4k2p"]);
  });

  it("extend by a quarter of an hour, or by an hour", async () => {
    const page = await visits.instructor();
    for (const button of ["+15 min", "+1 h"]) {
      await act(page, "carl-m2t8", "Extend");
      await page.getByRole("button", { name: button }).click();
      await closed(page);
      await rowOf(page, "carl-m2t8")
        .getByText(button === "+1 h" ? "15:20" : "14:20")
        .waitFor();
    }
    expect(room.desk.asked).to.deep.equal([
      `extend carl-m2t8: ${atClock("14:20")}`,
      `extend carl-m2t8: ${atClock("15:20")}`,
    ]);
  });

  it("extend until a time that is chosen, in the zone of whoever chooses it, and say why not", async () => {
    const page = await visits.instructor({ timezoneId: "Europe/Zurich" });
    await act(page, "zoe-4k2p", "Extend");
    await page.getByLabel("Or until").fill("2026-03-02T10:00");
    await page.getByRole("dialog").getByRole("button", { name: "Extend" }).click();
    await page.getByText("That time is over. Name a later one.").waitFor();
    expect(visits.complaints.splice(0)).to.have.lengthOf(1);
    await page.getByLabel("Or until").fill("2026-03-02T18:00");
    await page.getByRole("dialog").getByRole("button", { name: "Extend" }).click();
    await rowOf(page, "zoe-4k2p").getByText("until 18:00").waitFor();
    expect(room.desk.asked.at(-1)).to.equal(`extend zoe-4k2p: ${atClock("17:00")}`);
  });

  for (const name of ["Reset", "End"]) {
    it(`${name.toLowerCase()} a sandbox once it is confirmed`, async () => {
      const page = await visits.instructor();
      await act(page, "zoe-4k2p", name);
      // Whoever presses Enter at once has not read it.
      await page.keyboard.press("Enter");
      await closed(page);
      expect(room.desk.asked).to.deep.equal([]);
      expect(await focused(page)).to.equal(name.toLowerCase());
      await act(page, "zoe-4k2p", name);
      await page.getByRole("dialog").getByRole("button", { name }).click();
      await rowOf(page, "zoe-4k2p")
        .getByText(name === "Reset" ? "deploying" : "it was ended by hand")
        .waitFor();
      expect(room.desk.asked).to.deep.equal([`${name.toLowerCase()} zoe-4k2p`]);
      await closed(page);
      // The button is gone: its row has the focus.
      expect(await focused(page)).to.equal("TH");
    });
  }

  it("give the focus to the row where a button went while its dialog was open", async () => {
    const page = await visits.instructor();
    await act(page, "zoe-4k2p", "End");
    room.desk.change("zoe-4k2p", { state: "ended" });
    await rowOf(page, "zoe-4k2p").getByText("nothing to do").waitFor();
    await page.keyboard.press("Escape");
    await closed(page);
    expect(await focused(page)).to.equal("TH");
  });

  it("show credentials in a dialog, and nowhere before or after", async () => {
    const page = await visits.instructor();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    expect(await page.content()).not.to.include(secretMark);
    await act(page, "zoe-4k2p", "Credentials");
    await page.getByText("That they were shown to you is recorded.").waitFor();
    expect(room.desk.asked).to.deep.equal([]);
    await page.getByRole("button", { name: "Show" }).click();
    await page.getByRole("button", { name: "Copy password" }).first().click();
    await page.getByText("Copied: password.").waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).to.equal(`${secretMark}-password-of-administrator`);
    await page.keyboard.press("Escape");
    await closed(page);
    expect(await page.content()).not.to.include(secretMark);
    expect(await focused(page)).to.equal("credentials");
  });

  it("keep the focus in a dialog, and give it back", async () => {
    const page = await visits.instructor();
    await act(page, "zoe-4k2p", "Extend");
    const inside = new Set<boolean>();
    for (const key of [...Array<string>(12).fill("Tab"), ...Array<string>(12).fill("Shift+Tab")]) {
      await page.keyboard.press(key);
      inside.add(await page.evaluate<boolean>("document.activeElement.closest('dialog') !== null"));
    }
    expect([...inside]).to.deep.equal([true]);
    await page.keyboard.press("Escape");
    await closed(page);
    expect(await focused(page)).to.equal("extend");
  });

  it("show where the focus is", async () => {
    const page = await visits.instructor();
    for (let stop = 0; stop < 25; stop += 1) {
      await page.keyboard.press("Tab");
      const width = await page.evaluate<string>("getComputedStyle(document.activeElement).outlineWidth");
      expect(width, `stop ${stop}`).to.equal("2px");
    }
  });

  it("show a student their tasks with their own names, and their progress as it comes", async () => {
    const page = await visits.student();
    const current = page.locator("[aria-current=step]");
    expect(await current.textContent()).to.include("Try to read it as zoe-4k2p-nextwork-kms-user");
    room.desk.change("zoe-4k2p", { checkpoints: checkpointsReached("13:41", "13:48", "13:56", "14:00") });
    await current.getByText("zoe-4k2p-nextwork-kms-user use the key").waitFor();
  });

  it("show a student the credentials, and again to whoever asks again", async () => {
    room.desk.change("zoe-4k2p", { handOvers: [] });
    const page = await visits.student();
    for (const name of ["Show my credentials", "Show my credentials again"]) {
      await page.getByRole("button", { name, exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Show" }).click();
      await page.locator(".credential").first().waitFor();
      await page.keyboard.press("Escape");
      await closed(page);
      expect(await page.content()).not.to.include(secretMark);
    }
    expect(room.desk.asked).to.deep.equal(Array(2).fill("hand out to student zoe-4k2p"));
  });
});
