/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { LeaseView } from "../../desk.ts";
import { concerns } from "./concerns.ts";
import { LeaseButtons } from "./leaseButtons.tsx";
import { LeaseDenials } from "./leaseDenials.tsx";
import { LeaseProgress } from "./leaseProgress.tsx";
import { LeaseStateCell } from "./leaseStateCell.tsx";
import { LeaseStudents } from "./leaseStudents.tsx";
import { LeaseUsage } from "./leaseUsage.tsx";
import type { PageClock } from "./pageClock.ts";
import { TimeLeft } from "./timeLeft.tsx";

const columns = ["Students", "State", "Time", "Progress", "Last refusal", "Cost and use", "Actions"];

/** What the table shows. */
export interface LeaseTableContent {
  readonly leases: readonly LeaseView[];
  readonly clock: PageClock;
}

/** The sandboxes of a class: a table, and a card for each where there is no room. Roles say so, as styles would take them away. */
export function LeaseTable({ leases, clock }: LeaseTableContent): VNode {
  return (
    <table class="leases" role="table" aria-labelledby="sandboxes">
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th scope="col" role="columnheader" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {leases.map((lease) => (
          <LeaseRow key={lease.id} lease={lease} clock={clock} />
        ))}
      </tbody>
    </table>
  );
}

function LeaseRow({ lease, clock }: { readonly lease: LeaseView; readonly clock: PageClock }): VNode {
  const isOver = ["ending", "ended", "quarantined"].includes(lease.state);
  const cells = [
    <LeaseStateCell lease={lease} clock={clock} />,
    isOver ? <span class="quiet">over</span> : <TimeLeft until={lease.until} clock={clock} />,
    <LeaseProgress lease={lease} clock={clock} />,
    <LeaseDenials denials={lease.denials} clock={clock} />,
    <LeaseUsage usage={lease.usage} />,
    <LeaseButtons lease={lease} />,
  ];
  return (
    <tr role="row" id={`lease-${lease.id}`} class={concerns(lease).length > 0 ? "concern" : undefined}>
      <th scope="row" role="rowheader" tabIndex={-1}>
        <LeaseStudents lease={lease} clock={clock} />
      </th>
      {cells.map((cell, index) => (
        <td role="cell" key={columns[index + 1]} data-label={columns[index + 1]}>
          <div>{cell}</div>
        </td>
      ))}
    </tr>
  );
}
