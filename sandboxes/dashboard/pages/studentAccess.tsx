/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { StudentView } from "../../desk.ts";
import { openStates } from "../../lease/leaseState.ts";
import { CopyButton } from "./copyButton.tsx";

/** Where to sign in, and as whom. */
export function StudentAccess({ view }: { readonly view: StudentView }): VNode {
  const { signInUrl, region, state, wasHandedOut } = view;
  return (
    <section aria-labelledby="access">
      <h2 id="access">Signing in</h2>
      <dl class="facts">
        <div>
          <dt>Sign-in page</dt>
          <dd>
            {isLink(signInUrl) ? (
              <a href={signInUrl} target="_blank" rel="noreferrer noopener">
                {signInUrl}
              </a>
            ) : (
              <code>{signInUrl}</code>
            )}{" "}
            <CopyButton text={signInUrl} what="sign-in page" />
          </dd>
        </div>
        <div>
          <dt>Region</dt>
          <dd>
            <code>{region}</code>
          </dd>
        </div>
        <div>
          <dt>Credentials</dt>
          <dd>
            {openStates.has(state) ? <Credentials wasHandedOut={wasHandedOut} /> : "There are none to be shown now."}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Credentials({ wasHandedOut }: { readonly wasHandedOut: boolean }): VNode {
  return (
    <>
      <button type="button" class={wasHandedOut ? "act" : "main"} data-act="credentials">
        {wasHandedOut ? "Show my credentials again" : "Show my credentials"}
      </button>
      <p class="quiet">
        {wasHandedOut
          ? "They were shown before. If you ask again, it is recorded, and your instructor sees it."
          : "User names, passwords and access keys. They are shown once: keep them where only you can read them."}
      </p>
    </>
  );
}

/** Nothing but the web: other schemes would run in this page. */
function isLink(url: string): boolean {
  return /^https?:\/\//.test(url);
}
