/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { statementAnchor } from "./anchors.ts";
import { Facts } from "./facts.tsx";
import { policyParts, type PolicyStatement } from "./policyParts.ts";
import type { PolicyView } from "./views.ts";

/** A policy as it was deployed; statements that decided are marked, with links to what they decided. */
export function PolicyJson({ view }: { readonly view: PolicyView }): VNode {
  const { resource, arn, policy, document } = view.version.policy;
  const parts = document === undefined ? undefined : policyParts(document);
  return (
    <>
      <Facts facts={{ Resource: resource, "Belongs to": arn, Name: policy }} />
      {document === undefined && <p>A managed policy, attached: its document stands elsewhere.</p>}
      {document !== undefined && parts === undefined && <pre class="json">{document}</pre>}
      {parts && (
        <div class="json" role="group" tabIndex={0} aria-label={`Document of ${policy}`}>
          <pre>{parts.before}</pre>
          {parts.statements.map((statement, index) => statementBlock(view, statement, index))}
          <pre>{parts.after}</pre>
        </div>
      )}
    </>
  );
}

function statementBlock({ anchor, decided }: PolicyView, { name, json }: PolicyStatement, index: number): VNode {
  const place = statementAnchor(anchor, index);
  const own = decided.filter(({ decidedAt }) => decidedAt === place);
  if (own.length === 0) return <pre key={name}>{json}</pre>;
  return (
    <div key={name} id={place} class="decided">
      <p>
        <strong>Decided</strong>{" "}
        {own.map(({ anchor: check, number }) => (
          <a key={check} href={`#${check}`}>
            {number}
          </a>
        ))}
      </p>
      <pre>{json}</pre>
    </div>
  );
}
