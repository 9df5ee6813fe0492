/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { ClassView } from "../../desk.ts";

/** Whether the sandboxes were shown to be isolated from each other: a clear warning unless they were. */
export function IsolationNotice({ isolation }: { readonly isolation: ClassView["isolation"] }): VNode {
  switch (isolation) {
    case "proved":
      return (
        <p class="isolation proved">
          <span class="mark passed">✔ isolation proved</span> No sandbox reaches into another one: it was tried.
        </p>
      );
    case "broken":
      return (
        <p class="isolation broken" role="alert">
          <strong>✘ Isolation is broken.</strong> Somebody can reach into the sandbox of somebody else. Freeze the
          sandboxes and hand out no credentials until it is mended.
        </p>
      );
    case "not proved yet":
      return (
        <p class="isolation unproved">
          <strong>! Isolation is not proved yet.</strong> Nobody has tried whether one sandbox reaches into another.
          Better hand out no credentials before that.
        </p>
      );
  }
}
