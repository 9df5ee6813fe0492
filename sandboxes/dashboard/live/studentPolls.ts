import type { Desk, StudentView } from "../../desk.ts";
import { isSameView } from "./isSameView.ts";
import { loggedRead } from "./loggedRead.ts";
import { SharedPoll } from "./sharedPoll.ts";

/** The polls of the students' views, one for each code, whatever number of pages a student has open. */
export class StudentPolls {
  readonly #desk: Desk;
  readonly #every: number;
  readonly #log: (line: string) => void;
  readonly #polls = new Map<string, SharedPoll<StudentView | undefined>>();

  /** @param every how long a view is good, in milliseconds */
  constructor(desk: Desk, every: number, log: (line: string) => void) {
    this.#desk = desk;
    this.#every = every;
    this.#log = log;
  }

  /** @param joinCode one that opened a sandbox: what is kept for it stays */
  of(joinCode: string): SharedPoll<StudentView | undefined> {
    const known = this.#polls.get(joinCode);
    if (known !== undefined) return known;
    const read = loggedRead(() => this.#desk.studentView(joinCode), this.#log);
    const poll = new SharedPoll({ read, every: this.#every, isSame });
    this.#polls.set(joinCode, poll);
    return poll;
  }
}

function isSame(earlier: StudentView | undefined, later: StudentView | undefined, elapsed: number): boolean {
  if (earlier === undefined || later === undefined) return earlier === later;
  return isSameView(earlier, later, elapsed);
}
