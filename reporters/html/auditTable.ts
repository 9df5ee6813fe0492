import type { Element } from "hast";
import { h } from "hastscript";
import type { AuditedEvent } from "../events.ts";

/** What CloudTrail recorded of a phase. */
export function auditTable(events: readonly AuditedEvent[]): Element | undefined {
  if (events.length === 0) return undefined;
  const columns = ["Time", "Event", "Caller", "Through", "Resources", "Ended"];
  return h("details", { class: "audit" }, [
    h("summary", null, `CloudTrail events (${events.length})`),
    h("div", { class: "wide", tabIndex: 0, role: "region", "aria-label": "CloudTrail events" }, [
      h("table", null, [
        h(
          "thead",
          null,
          h(
            "tr",
            null,
            columns.map((name) => h("th", { scope: "col" }, name)),
          ),
        ),
        h("tbody", null, events.map(row)),
      ]),
    ]),
  ]);
}

function row(event: AuditedEvent): Element {
  const { at, eventSource, eventName, caller, invokedBy, resources, errorCode } = event;
  const cells = [
    at.slice(11, 19),
    `${eventSource.split(".")[0] ?? ""}:${eventName}`,
    caller,
    invokedBy ?? "",
    resources.join(" "),
    errorCode ?? "succeeded",
  ];
  return h(
    "tr",
    null,
    cells.map((text) => h("td", null, text)),
  );
}
