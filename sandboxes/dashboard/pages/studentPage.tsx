/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { StudentView } from "../../desk.ts";
import type { Connection } from "./connection.ts";
import { DenialText } from "./denialText.tsx";
import { Notice, type Saying } from "./notice.tsx";
import { PageBar } from "./pageBar.tsx";
import type { PageClock } from "./pageClock.ts";
import { stateForStudents } from "./stateForStudents.ts";
import { StateMark } from "./stateMark.tsx";
import { StudentAccess } from "./studentAccess.tsx";
import { StudentNames } from "./studentNames.tsx";
import { StudentTasks } from "./studentTasks.tsx";
import { TimeLeft } from "./timeLeft.tsx";

/** What a student's page shows. */
export interface StudentContent {
  readonly view: StudentView;
  readonly clock: PageClock;
  readonly connection: Connection;
  readonly saying?: Saying;
}

/** A student's page: their own sandbox as it is now. */
export function StudentPage({ view, clock, connection, saying }: StudentContent): VNode {
  const isOver = ["ending", "ended", "quarantined"].includes(view.state);
  return (
    <>
      <a class="skip" href="#tasks">
        Skip to the tasks
      </a>
      <PageBar connection={connection} leave="Leave" entrance="/join" />
      <main id="top" class="student">
        <h1>Your sandbox</h1>
        <p class="lead">
          <StateMark state={view.state} /> {!isOver && <TimeLeft until={view.until} clock={clock} />}
        </p>
        <p>{stateForStudents[view.state]}</p>
        <p class="quiet">
          Workshop <code>{view.workshop}</code>, sandbox <code>{view.lease}</code>
        </p>
        <StudentTasks view={view} clock={clock} />
        <StudentAccess view={view} />
        <StudentNames view={view} />
        <Refused view={view} clock={clock} />
      </main>
      <Notice saying={saying} />
    </>
  );
}

function Refused({ view, clock }: { readonly view: StudentView; readonly clock: PageClock }): VNode {
  return (
    <section aria-labelledby="refused">
      <h2 id="refused">What was refused</h2>
      {view.denials.length === 0 && <p class="quiet">Nothing yet.</p>}
      <ul class="denials">
        {view.denials.map((denial) => (
          <li key={`${denial.at} ${denial.who} ${denial.action}`}>
            <DenialText denial={denial} clock={clock} />
          </li>
        ))}
      </ul>
    </section>
  );
}
