/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { ClassView } from "../../desk.ts";
import { ClassOverview } from "./classOverview.tsx";
import type { Connection } from "./connection.ts";
import { LeaseTable } from "./leaseTable.tsx";
import { Notice, type Saying } from "./notice.tsx";
import { PageBar } from "./pageBar.tsx";
import type { PageClock } from "./pageClock.ts";

/** What the instructor's page shows. */
export interface InstructorContent {
  readonly view: ClassView;
  readonly clock: PageClock;
  readonly connection: Connection;
  readonly saying?: Saying;
}

/** The instructor's page: the class as it is now. */
export function InstructorPage({ view, clock, connection, saying }: InstructorContent): VNode {
  return (
    <>
      <a class="skip" href="#sandboxes">
        Skip to the sandboxes
      </a>
      <PageBar connection={connection} leave="Sign out" entrance="/" />
      <main id="top">
        <h1>{view.name}</h1>
        <ClassOverview view={view} clock={clock} />
        <section aria-labelledby="sandboxes">
          <h2 id="sandboxes">Sandboxes</h2>
          <LeaseTable leases={view.leases} clock={clock} />
          <p class="quiet">
            Students open their sandbox with its code on <a href="/join">the page for join codes</a>.
          </p>
        </section>
      </main>
      <Notice saying={saying} />
    </>
  );
}
