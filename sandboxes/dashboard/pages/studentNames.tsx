/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { StudentView } from "../../desk.ts";
import { CopyButton } from "./copyButton.tsx";

/** What one's own resources are called. */
export function StudentNames({ view }: { readonly view: StudentView }): VNode {
  return (
    <section aria-labelledby="names">
      <h2 id="names">Your names</h2>
      <p>
        All names in your sandbox begin with <code>{view.lease}-</code>.
      </p>
      <dl class="facts names">
        {Object.entries(view.names).map(([what, name]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <code>{name}</code> <CopyButton text={name} what={what} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
