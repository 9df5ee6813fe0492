/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { Facts } from "../../../reporters/html/facts.tsx";
import type { ClassView } from "../../desk.ts";
import { leaseStates, openStates } from "../../lease/leaseState.ts";
import { concerns } from "./concerns.ts";
import { dollars } from "./dollars.ts";
import { IsolationNotice } from "./isolationNotice.tsx";
import { leaseName } from "./leaseName.ts";
import { LookProblems } from "./lookProblems.tsx";
import type { PageClock } from "./pageClock.ts";
import { StateMark } from "./stateMark.tsx";
import { TimeLeft } from "./timeLeft.tsx";
import { When } from "./when.tsx";

/** How the whole class stands, and which sandboxes somebody should look at. */
export function ClassOverview({ view, clock }: { readonly view: ClassView; readonly clock: PageClock }): VNode {
  const { leases } = view;
  const states = leaseStates
    .map((state) => ({ state, count: leases.filter((lease) => lease.state === state).length }))
    .filter(({ count }) => count > 0);
  const worrying = leases.filter((lease) => concerns(lease).length > 0);
  const cost = leases.reduce((sum, { usage }) => sum + usage.estimatedCost, 0);
  return (
    <section class="class-overview" aria-label="Overview">
      <IsolationNotice isolation={view.isolation} />
      <LookProblems problems={view.problems ?? []} />
      <p class="states">
        {states.map((counted) => (
          <StateMark key={counted.state} {...counted} />
        ))}
        {states.length === 0 && "There is no sandbox yet."}
      </p>
      <Facts
        facts={{
          Workshop: view.workshop,
          Target: view.target,
          "Time there": <When at={new Date(clock.now).toISOString()} clock={clock} />,
          "Time left": timeLeft(view, clock),
          "Cost in all": dollars(cost),
          "To look at": worrying.length === 0 ? "nothing" : <Worries leases={worrying} />,
        }}
      />
    </section>
  );
}

/** When the sandboxes in which somebody can work close. */
function timeLeft({ leases }: ClassView, clock: PageClock): VNode | string {
  const ends = leases.filter(({ state }) => openStates.has(state)).map(({ until }) => until);
  const [first] = ends.sort((one, other) => Date.parse(one) - Date.parse(other));
  const last = ends.at(-1);
  if (first === undefined || last === undefined) return "no sandbox is open";
  if (first === last) return <TimeLeft until={first} clock={clock} />;
  return (
    <>
      first sandbox <TimeLeft until={first} clock={clock} />; last one <TimeLeft until={last} clock={clock} />
    </>
  );
}

function Worries({ leases }: { readonly leases: ClassView["leases"] }): VNode {
  return (
    <ul>
      {leases.map((lease) => (
        <li key={lease.id}>
          <a href={`#lease-${lease.id}`}>{leaseName(lease)}</a>: {concerns(lease).join(", ")}
        </li>
      ))}
    </ul>
  );
}
