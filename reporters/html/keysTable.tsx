/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { PendingKey } from "../events.ts";
import { Scrolling } from "./scrolling.tsx";

/** Keys whose deletion is scheduled, with the date. */
export function KeysTable({ keys, label }: { readonly keys: readonly PendingKey[]; readonly label: string }): VNode {
  return (
    <Scrolling label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">Key pending deletion</th>
            <th scope="col">Deleted on</th>
            <th scope="col">Waiting period</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(({ arn, deletionDate, windowInDays }) => (
            <tr key={arn}>
              <td>
                <code>{arn}</code>
              </td>
              <td>{deletionDate?.slice(0, 10) ?? "after the last of its replicas"}</td>
              <td>{windowInDays} days</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}
