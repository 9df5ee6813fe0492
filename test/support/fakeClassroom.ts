import type { ServeOptions } from "../../sandboxes/dashboard/serveOptions.ts";
import { serveClass, type ServedClass } from "../../sandboxes/dashboard/serveClass.ts";
import { FakeDesk } from "./fakeDesk.ts";
import { Visitor } from "./visitor.ts";

/** The join code of Zoë, the first of the fake class. */
export const zoesCode = "zoe-code-7yhq-22mt";
export const anasCode = "blue-code-k3vd-9fzn";

/** A class that is served, with what tests need around it. */
export class FakeClassroom {
  readonly desk: FakeDesk;
  readonly served: ServedClass;
  readonly logs: string[];
  /** All who came, so that what they asked for can be looked through. */
  readonly visitors: Visitor[] = [];
  readonly #clock: { now: number };

  private constructor(desk: FakeDesk, served: ServedClass, logs: string[], clock: { now: number }) {
    this.desk = desk;
    this.served = served;
    this.logs = logs;
    this.#clock = clock;
  }

  static async open(options: ServeOptions = {}): Promise<FakeClassroom> {
    const desk = new FakeDesk();
    const logs: string[] = [];
    const clock = { now: 0 };
    const served = await serveClass(desk, {
      log: (line) => logs.push(line),
      clock: () => clock.now,
      pollEvery: 30,
      beatEvery: 5000,
      ...options,
    });
    return new FakeClassroom(desk, served, logs, clock);
  }

  /** Lets time go by for tokens, sessions and limits. */
  pass(milliseconds: number): void {
    this.#clock.now += milliseconds;
  }

  /** Somebody who is not signed in. */
  visitor(options: { readonly localAddress?: string; readonly ca?: string } = {}): Visitor {
    const visitor = new Visitor(this.served.url, options);
    this.visitors.push(visitor);
    return visitor;
  }

  async instructor(): Promise<Visitor> {
    const visitor = this.visitor();
    await visitor.signIn(this.served.newToken().token);
    return visitor;
  }

  async student(code = zoesCode): Promise<Visitor> {
    const visitor = this.visitor();
    await visitor.join(code);
    return visitor;
  }

  close(): Promise<void> {
    return this.served.close();
  }
}
