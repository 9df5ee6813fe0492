import { UserError } from "../../errors/userError.ts";
import type { ClassView, Credential, Desk, LeaseView, StudentView } from "../../sandboxes/desk.ts";
import type { HandOver } from "../../sandboxes/lease/lease.ts";
import type { LeaseState } from "../../sandboxes/lease/leaseState.ts";
import { fakeClass } from "./fakeClass.ts";

/** What every credential of the fake has in it, so that it can be looked for where none may be. */
export const secretMark = "hush-hush";

/** A desk that keeps a class in memory, and remembers what was asked of it. */
export class FakeDesk implements Desk {
  /** What is to be seen. Tests change it as they like. */
  current: ClassView = fakeClass;
  /** Thrown by whatever is asked next, and from then on. */
  failure: Error | undefined;
  /** Changes that were asked for: `freeze zoe-4k2p: a break`. */
  readonly asked: string[] = [];
  /** How often the views were read. */
  views = 0;
  studentViews = 0;

  async view(): Promise<ClassView> {
    this.views += 1;
    this.#check();
    return this.current;
  }

  async studentView(joinCode: string): Promise<StudentView | undefined> {
    this.studentViews += 1;
    this.#check();
    const lease = this.current.leases.find((one) => one.joinCode === joinCode);
    if (lease === undefined) return undefined;
    const { id, state, until, checkpoints, denials, handOvers } = lease;
    return {
      lease: id,
      workshop: this.current.workshop,
      now: this.current.now,
      state,
      until,
      signInUrl: `https://${id}.signin.example.com/console`,
      region: "eu-central-1",
      names: {
        "key alias": `${id}-nextwork-kms-key`,
        table: `${id}-nextwork-kms-table`,
        reader: `${id}-nextwork-kms-user`,
      },
      checkpoints,
      denials,
      wasHandedOut: handOvers.some(({ to }) => to === "student"),
    };
  }

  async handOut(id: string, to: HandOver["to"]): Promise<readonly Credential[]> {
    const lease = this.#lease(id, `hand out to ${to}`);
    this.change(id, { handOvers: [...lease.handOvers, { at: this.current.now, to }] });
    return ["administrator", "reader"].map((user) => ({
      userName: `${id}-${user}`,
      accessKeyId: `AKIA${secretMark}${user}`,
      secretAccessKey: `${secretMark}-secret-of-${user}-of-${id}`,
      password: `${secretMark}-password-of-${user}`,
      signInUrl: `https://${id}.signin.example.com/console`,
    }));
  }

  async extend(id: string, until: Date): Promise<void> {
    this.#lease(id, "extend", until.toISOString());
    if (until.getTime() <= Date.parse(this.current.now)) {
      throw new UserError("That time is over.", "Name a later one.");
    }
    this.change(id, { until: until.toISOString() });
  }

  async freeze(id: string, reason: string): Promise<void> {
    this.#lease(id, "freeze", reason);
    this.#enter(id, "frozen", reason);
  }

  async thaw(id: string): Promise<void> {
    this.#lease(id, "thaw");
    this.#enter(id, "active", "it was thawed");
  }

  async reset(id: string): Promise<void> {
    this.#lease(id, "reset");
    this.#enter(id, "deploying", "it is reset");
  }

  async end(id: string): Promise<void> {
    this.#lease(id, "end");
    this.#enter(id, "ended", "it was ended by hand");
  }

  /** Changes what is to be seen of a lease. */
  change(id: string, change: Partial<LeaseView>): void {
    const leases = this.current.leases.map((lease) => (lease.id === id ? { ...lease, ...change } : lease));
    this.current = { ...this.current, leases };
  }

  #enter(id: string, state: LeaseState, reason: string): void {
    this.change(id, { state, reason, since: this.current.now });
  }

  #lease(id: string, what: string, detail?: string): LeaseView {
    this.#check();
    this.asked.push(`${what} ${id}${detail === undefined ? "" : `: ${detail}`}`);
    const lease = this.current.leases.find((one) => one.id === id);
    if (lease === undefined) throw new UserError(`There is no sandbox ${id}.`, "Look at the list.");
    if (lease.state === "ended") throw new UserError(`The sandbox ${id} has ended.`, "Nothing can be done with it.");
    return lease;
  }

  #check(): void {
    if (this.failure !== undefined) throw this.failure;
  }
}
