/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { Credential } from "../../desk.ts";
import { profileOf, type HandOutPlace } from "../handOutFiles.ts";
import type { SheetPage } from "./sheetPage.ts";

/** The page of a sandbox: who it is for, how they sign in, what they do first. */
export function SheetSection({ page }: { readonly page: SheetPage }): VNode {
  const { sandbox, who, group, workshop, className, credentials, place, tasks } = page;
  return (
    <section aria-labelledby={sandbox}>
      <header>
        <h1 id={sandbox} class={who.length > 3 ? "many" : undefined}>
          {who.join(", ")}
        </h1>
        <p>
          Workshop <strong>{workshop}</strong>
          {className !== workshop && <> in the class {className}</>}
          {group !== undefined && <>, group {group}</>}
        </p>
      </header>
      <Facts page={page} />
      <h2>Sign in to the console</h2>
      <SignIns credentials={credentials} />
      <h2>What your things are called</h2>
      <p>
        Every name in your sandbox begins with <code>{`${sandbox}-`}</code>. What it is to have, or has already:
      </p>
      <Names page={page} />
      <h2>What to do first</h2>
      <ol>
        {tasks.map((task) => (
          <li key={task}>{task}</li>
        ))}
      </ol>
      <h2>The AWS CLI</h2>
      <CommandLine credentials={credentials} place={place} />
    </section>
  );
}

function Facts({ page: { sandbox, joinCode, place, until, credentials } }: { readonly page: SheetPage }): VNode {
  const facts = [
    ["Sandbox", sandbox],
    ["Join code", joinCode],
    ["Region", place.region],
    ["Ends", `${until.slice(0, 16).replace("T", " ")} UTC`],
    ["Sign-in page", credentials[0]?.signInUrl ?? ""],
  ];
  return (
    <dl>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function SignIns({ credentials }: { readonly credentials: readonly Credential[] }): VNode {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">User name</th>
          <th scope="col">Password</th>
        </tr>
      </thead>
      <tbody>
        {credentials.map(({ userName, password }) => (
          <tr key={userName}>
            <td>{userName}</td>
            <td>{password}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Those who sign in have been named. */
function Names({ page: { names, credentials } }: { readonly page: SheetPage }): VNode {
  const others = Object.entries(names).filter(([, name]) => !credentials.some(({ userName }) => userName === name));
  return (
    <table>
      <tbody>
        {others.map(([what, name]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{name}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CommandLine({
  credentials,
  place,
}: {
  readonly credentials: readonly Credential[];
  readonly place: HandOutPlace;
}): VNode {
  const profile = credentials[0]?.userName ?? "";
  return (
    <>
      <p>
        Put this into the file <code>~/.aws/config</code>:
      </p>
      <pre>{credentials.map((credential) => profileOf(credential, place)).join("\n")}</pre>
      <p>Then try:</p>
      <pre>{`aws sts get-caller-identity --profile ${profile}\naws kms list-aliases --profile ${profile}`}</pre>
    </>
  );
}
