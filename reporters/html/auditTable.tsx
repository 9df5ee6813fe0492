/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { AuditedEvent } from "../events.ts";
import { eventAnchor } from "./anchors.ts";
import { Scrolling } from "./scrolling.tsx";

/** What CloudTrail recorded of a phase. */
export interface AuditedPhase {
  readonly events: readonly AuditedEvent[];
  readonly label: string;
  /** Where the phase is on the page. */
  readonly phase: string;
}

/** What CloudTrail recorded, oldest first. */
export function AuditTable({ events, label, phase }: AuditedPhase): VNode {
  return (
    <Scrolling label={label}>
      <table class="audit">
        <thead>
          <tr>
            {["Time (UTC)", "Event", "Caller", "Error", "Resources", "Request"].map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{events.map((event, index) => row(event, eventAnchor(phase, index)))}</tbody>
      </table>
    </Scrolling>
  );
}

function row(event: AuditedEvent, anchor: string): VNode {
  const { at, eventSource, eventName, caller, invokedBy, errorCode, errorMessage, resources, requestId } = event;
  return (
    <tr key={anchor} id={anchor}>
      <td>{at.slice(11).replace(/(\.\d+)?Z$/, "")}</td>
      <td>
        {eventName} <span class="quiet">{eventSource.replace(/\.amazonaws\.com$/, "")}</span>
      </td>
      <td title={caller}>
        {shortName(caller)}
        {invokedBy !== undefined && ` through ${invokedBy}`}
      </td>
      <td title={errorMessage}>{errorCode}</td>
      <td>
        {resources.map((arn) => (
          <div key={arn} title={arn}>
            {shortName(arn)}
          </div>
        ))}
      </td>
      <td>
        <code>{requestId}</code>
      </td>
    </tr>
  );
}

/** An ARN without what is the same for all of an account; the whole is shown to whoever points at it. */
function shortName(arn: string): string {
  return /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(.+)$/.exec(arn)?.[1] ?? arn;
}
