import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { FakeClassroom, zoesCode } from "../../support/fakeClassroom.ts";

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** How somebody came in before they open a page. */
interface Entrance {
  readonly path: string;
  readonly data: Readonly<Record<string, string>>;
}

/** How a page is looked at. */
export type Look = BrowserContextOptions & { readonly width?: number };

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Visits to the pages of a fake class with a browser. What pages print or throw, and whatever they ask of others, is noted. */
export class PageVisits {
  readonly complaints: string[] = [];
  /** All that was asked for. */
  readonly urls: string[] = [];
  readonly room: FakeClassroom;
  readonly #browser: Browser;

  private constructor(browser: Browser, room: FakeClassroom) {
    this.#browser = browser;
    this.room = room;
  }

  static async begin(browser: Browser): Promise<PageVisits> {
    return new PageVisits(browser, await FakeClassroom.open({ beatEvery: 500 }));
  }

  async end(): Promise<void> {
    for (const context of this.#browser.contexts()) await context.close();
    await this.room.close();
  }

  /** Opens a page; `entrance` is what the browser has sent before. */
  async open(url: string, look: Look = {}, entrance?: Entrance): Promise<Page> {
    const { width = 1280, ...others } = look;
    const context = await this.#browser.newContext({ ...others, viewport: { width, height: 900 } });
    if (entrance !== undefined) {
      const { path, data } = entrance;
      await context.request.post(`${this.room.served.url}${path}`, { data, headers: { origin: this.room.served.url } });
    }
    const page = await context.newPage();
    page.on("console", (message) => this.complaints.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("request", (request) => this.#note(request.url()));
    await page.goto(url);
    return page;
  }

  /** The instructor's page, signed in to. */
  async instructor(look?: Look): Promise<Page> {
    const { token } = this.room.served.newToken();
    return live(await this.open(this.room.served.url, look, { path: "/sign-in", data: { token } }));
  }

  /** Zoë's page. */
  async student(look?: Look): Promise<Page> {
    const { url } = this.room.served;
    return live(await this.open(`${url}/student`, look, { path: "/join", data: { code: zoesCode } }));
  }

  #note(url: string): void {
    this.urls.push(url);
    if (!url.startsWith(this.room.served.url) && !url.startsWith("data:")) this.complaints.push(url);
  }
}

/** The page, once it shows what there is. */
export async function live(page: Page): Promise<Page> {
  await page.getByText("● live").waitFor();
  return page;
}

/** What keeps somebody out, as axe sees it. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axe, "utf8"));
  const violations = await page.evaluate<Violation[]>("axe.run().then(({ violations }) => violations)");
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(", ")}`);
}
