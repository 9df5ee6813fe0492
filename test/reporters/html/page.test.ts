import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import type { RunEvent } from "../../../reporters/events.ts";
import { HtmlReporter } from "../../../reporters/html/htmlReporter.ts";
import firstKey from "../../../scenarios/kms/first-key.ts";
import { runLocally } from "../../support/runLocally.ts";
import { hostileRun } from "./hostileRun.ts";
import { startBrowser } from "./browser.ts";
import { thoroughRun } from "./thoroughRun.ts";

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

const expectations = thoroughRun().filter(({ type }) => type === "expectation checked").length;
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

describe("the page of a run in Chromium", function () {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let folder = "";
  let recorded: readonly RunEvent[] = [];
  const complaints: string[] = [];

  before(async function () {
    browser = await startBrowser();
    if (browser === undefined) this.skip();
    folder = await mkdtemp(join(tmpdir(), "keylab-page-"));
    recorded = (await runLocally([firstKey])).events;
  });

  beforeEach(() => complaints.splice(0));

  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    expect(complaints).to.deep.equal([]);
  });

  after(async () => {
    await browser?.close();
    if (folder !== "") await rm(folder, { recursive: true });
  });

  /** Opens the page of a run. What the page prints, asks of the network or throws is noted. */
  async function open(
    events: readonly RunEvent[],
    {
      hash = "",
      ...options
    }: { hash?: string; width?: number; colorScheme?: "light" | "dark"; javaScriptEnabled?: boolean } = {},
  ): Promise<Page> {
    if (browser === undefined) throw new Error("There is no browser.");
    const path = join(folder, "report.html");
    const reporter = new HtmlReporter(path);
    for (const event of events) reporter.on(event);
    await reporter.close();
    const { width = 1280, ...rest } = options;
    const context = await browser.newContext({ ...rest, viewport: { width, height: 844 } });
    const page = await context.newPage();
    const url = pathToFileURL(path).href;
    page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith("data:")) complaints.push(request.url());
    });
    await page.goto(`${url}${hash}`);
    return page;
  }

  /** The ids of the elements that a selector means and somebody can see. */
  function seen(page: Page, selector: string): Promise<string[]> {
    return page
      .locator(selector)
      .evaluateAll((elements) => elements.filter((element) => element.checkVisibility()).map(({ id }) => id));
  }

  const runs: Readonly<Record<string, () => readonly RunEvent[]>> = {
    "really recorded": () => recorded,
    "told with everything": thoroughRun,
  };

  for (const [name, events] of Object.entries(runs)) {
    for (const colorScheme of ["light", "dark"] as const) {
      it(`keeps nobody out: ${name}, ${colorScheme}`, async () => {
        const page = await open(events(), { colorScheme });
        await page.locator("details").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
        await page.evaluate(await readFile(axe, "utf8"));
        const violations = await page.evaluate<Violation[]>("axe.run().then(({ violations }) => violations)");
        const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(", ")}`)).to.deep.equal([]);
      });
    }

    it(`is no wider than a phone, with everything unfolded: ${name}`, async () => {
      const page = await open(events(), { width: 390 });
      await page.locator("main details").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
      expect(await page.evaluate("document.documentElement.scrollWidth")).to.equal(390);
    });
  }

  it("is complete without a script, and hides what would do nothing", async () => {
    const page = await open(thoroughRun(), { javaScriptEnabled: false });
    expect(await page.locator("article.scenario").count()).to.equal(2);
    expect(await page.locator("#controls").isVisible()).to.equal(false);
  });

  it("takes no text for anything but text", async () => {
    const page = await open(hostileRun());
    expect(await page.locator("img").count()).to.equal(0);
    expect(await page.title()).to.match(/^Keylab run 20260102T100000-a1b2c3<\/script>/);
  });

  it("unfolds and shows what an address points to", async () => {
    const anchor = "kms/first-key/2/1";
    const page = await open(recorded, { hash: `#${anchor}` });
    expect(await seen(page, ".check[open]")).to.deep.equal([anchor]);
    const top = (await page.locator(`[id="${anchor}"]`).boundingBox())?.y ?? -1;
    expect(top).to.be.within(40, 400);
  });

  it("follows a link from an expectation to the statement that decided, and back", async () => {
    const page = await open(recorded, { hash: "#kms/first-key/2/1" });
    const [link] = await page.locator(`[id="kms/first-key/2/1"] a[href*=policy]`).all();
    await link?.click();
    const [statement = ""] = await seen(page, ".decided:target");
    expect(statement).to.match(/^kms\/first-key\/policy-\d+\/statement-\d+$/);
    await page.locator(`[id="${statement}"] a[href="#kms/first-key/2/1"]`).click();
    expect(await seen(page, ".check:target")).to.deep.equal(["kms/first-key/2/1"]);
  });

  it("shows the scenarios and the expectations that are searched", async () => {
    const page = await open(recorded);
    await page.keyboard.press("/");
    await page.keyboard.type("first-key disablekey");
    const checks = await page.locator(".check:not([hidden]) > summary").allTextContents();
    expect(checks).to.have.length.greaterThan(0);
    expect(checks.filter((text) => !text.includes("DisableKey"))).to.deep.equal([]);
    expect(await page.locator("#shown").textContent()).to.equal(`1 scenario, ${checks.length} expectations shown`);
    await page.locator("#search").fill("nobody has this");
    expect(await seen(page, "article.scenario")).to.deep.equal([]);
    expect(await seen(page, "#nothing")).to.deep.equal(["nothing"]);
    expect(await page.locator("tr[data-of]:visible").count()).to.equal(0);
    await page.keyboard.press("Escape");
    expect(await seen(page, "article.scenario")).to.deep.equal(["kms/first-key"]);
  });

  const filters = [
    { name: "verdict", value: "failed", checks: 4, scenarios: 2 },
    { name: "verdict", value: "inconclusive", checks: 0, scenarios: 0 },
    { name: "principal", value: "admin", checks: 4, scenarios: 2 },
    { name: "area", value: "dynamodb", checks: expectations, scenarios: 2 },
    { name: "outcome", value: "failed", checks: expectations, scenarios: 2 },
  ];
  for (const { name, value, checks, scenarios } of filters) {
    it(`shows what a filter means: ${name} ${value}`, async () => {
      const page = await open(thoroughRun());
      await page.locator("#filters summary").click();
      await page.locator(`select[name=${name}]`).selectOption(value);
      expect(await page.locator("#shown").textContent()).to.equal(
        `${scenarios} scenarios, ${checks} expectations shown`,
      );
      expect(await page.locator("article.scenario:not([hidden]) .check:not([hidden])").count()).to.equal(checks);
      expect(await seen(page, "article.scenario")).to.have.lengthOf(scenarios);
      await page.getByRole("button", { name: "Show all" }).click();
      expect(await page.locator("article.scenario:not([hidden])").count()).to.equal(2);
    });
  }

  it("hides the columns of other principals", async () => {
    const page = await open(thoroughRun());
    await page.locator("#filters summary").click();
    await page.locator("select[name=principal]").selectOption("user");
    expect(await page.locator("table.access thead th:visible[data-principal=admin]").count()).to.equal(0);
    expect(await page.locator("table.access thead th:visible[data-principal=user]").count()).to.be.greaterThan(0);
  });

  it("is walked through with the keys", async () => {
    const page = await open(thoroughRun());
    const focused = () => page.evaluate<string>("document.activeElement.closest('[id]').id");
    const first = "dynamodb/transparent-encryption";
    const visited: string[] = [];
    for (const key of ["j", "j", "k", "n", "n", "n"]) {
      await page.keyboard.press(key);
      visited.push(await focused());
    }
    expect(visited).to.deep.equal([
      first,
      `${first}@attempt-2`,
      first,
      `${first}/2/1`,
      `${first}/2/2`,
      `${first}@attempt-2/2/1`,
    ]);
  });

  it("helps with the keys, and closes the help", async () => {
    const page = await open(thoroughRun());
    await page.keyboard.press("?");
    expect(await page.locator("#keyboard").isVisible()).to.equal(true);
    await page.keyboard.press("Escape");
    expect(await page.locator("#keyboard").isVisible()).to.equal(false);
  });

  it("folds and unfolds all with the keys", async () => {
    const page = await open(thoroughRun());
    await page.keyboard.press("c");
    expect(await page.locator("main details[open]").count()).to.equal(0);
    await page.keyboard.press("e");
    expect(await seen(page, ".check")).to.have.lengthOf(expectations);
  });

  it("leaves keys alone while somebody writes", async () => {
    const page = await open(thoroughRun());
    await page.locator("#search").fill("");
    await page.locator("#search").press("c");
    expect(await page.locator("#search").inputValue()).to.equal("c");
    expect(await page.locator("main details[open]").count()).to.be.greaterThan(0);
  });

  it("turns light into dark, and back", async () => {
    const page = await open(thoroughRun(), { colorScheme: "light" });
    const ground = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    const light = await ground();
    await page.keyboard.press("t");
    const dark = await ground();
    await page.locator("#theme").click();
    expect([light, dark, await ground()]).to.deep.equal([
      "rgb(252, 252, 251)",
      "rgb(20, 23, 27)",
      "rgb(252, 252, 251)",
    ]);
  });
});
