import type { ClassView, Desk } from "../desk.ts";
import { isSameView } from "./live/isSameView.ts";
import { loggedRead } from "./live/loggedRead.ts";
import { SharedPoll } from "./live/sharedPoll.ts";
import { StudentPolls } from "./live/studentPolls.ts";
import { AttemptLimit } from "./security/attemptLimit.ts";
import { Door } from "./security/door.ts";
import { OneTimeTokens } from "./security/oneTimeTokens.ts";
import { SessionCookie } from "./security/sessionCookie.ts";
import { Sessions } from "./security/sessions.ts";
import type { ServeOptions } from "./serveOptions.ts";

/** A student who is signed in. */
export interface KnownStudent {
  readonly joinCode: string;
}

/** What the routes of a class share. */
export interface Premises {
  readonly desk: Desk;
  readonly log: (line: string) => void;
  readonly tokens: OneTimeTokens;
  readonly instructors: Door<"instructor">;
  readonly students: Door<KnownStudent>;
  readonly signIns: AttemptLimit;
  readonly joins: AttemptLimit;
  readonly classPoll: SharedPoll<ClassView>;
  readonly studentPolls: StudentPolls;
  /** In milliseconds. */
  readonly beatEvery: number;
}

/** Whoever types a token has it before them. */
const signInLimits = { perAddress: 10, overall: 100, within: 10 * 60_000 };

/** A class may share one address, and its students mistype. */
const joinLimits = { perAddress: 40, overall: 400, within: 10 * 60_000 };

/** What the routes of a class share. Nobody is signed in yet. */
export function premises(desk: Desk, options: ServeOptions): Premises {
  const { clock = Date.now, pollEvery = 2000, beatEvery = 15_000, log = () => undefined } = options;
  const door = <Who>(kind: "instructor" | "student") =>
    new Door(new Sessions<Who>(clock), new SessionCookie(kind, options.tls !== undefined));
  return {
    desk,
    log,
    tokens: new OneTimeTokens(clock),
    instructors: door<"instructor">("instructor"),
    students: door<KnownStudent>("student"),
    signIns: new AttemptLimit(signInLimits, clock),
    joins: new AttemptLimit(joinLimits, clock),
    classPoll: new SharedPoll({ read: loggedRead(() => desk.view(), log), every: pollEvery, isSame: isSameView }),
    studentPolls: new StudentPolls(desk, pollEvery, log),
    beatEvery,
  };
}
