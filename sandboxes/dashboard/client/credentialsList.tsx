/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { Credential } from "../../desk.ts";
import { CopyButton } from "../pages/copyButton.tsx";

const labels = {
  password: "Password",
  accessKeyId: "Access key id",
  secretAccessKey: "Secret access key",
  signInUrl: "Sign-in page",
} as const;

const parts = ["password", "accessKeyId", "secretAccessKey", "signInUrl"] as const;

/** Credentials, each part with a button that copies it. */
export function CredentialsList({ credentials }: { readonly credentials: readonly Credential[] }): VNode {
  return (
    <>
      {credentials.map((credential) => (
        <section class="credential" key={credential.userName} aria-label={`Credentials of ${credential.userName}`}>
          <h3>
            {credential.userName} <CopyButton text={credential.userName} what="user name" />
          </h3>
          <dl class="facts">
            {parts.map((part) => (
              <div key={part}>
                <dt>{labels[part]}</dt>
                <dd>
                  <code>{credential[part]}</code>{" "}
                  <CopyButton text={credential[part]} what={labels[part].toLowerCase()} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
