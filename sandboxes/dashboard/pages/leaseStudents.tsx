/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { LeaseView } from "../../desk.ts";
import { CopyButton } from "./copyButton.tsx";
import type { PageClock } from "./pageClock.ts";
import { leaseName } from "./leaseName.ts";
import { When } from "./when.tsx";

/** Whose sandbox it is, where it is if not where the class is, how they come in, and who was handed its credentials. */
export function LeaseStudents({ lease, clock }: { readonly lease: LeaseView; readonly clock: PageClock }): VNode {
  const { students, group, account, region, blueprint, handOvers, joinCode } = lease;
  const isOfAssistants = students.every(({ role }) => role === "assistant");
  const about = [
    lease.id,
    ...(group === undefined ? [] : [group]),
    ...(isOfAssistants ? ["assistant"] : []),
    blueprint,
    ...(account === undefined ? [] : [`account ${account}`]),
    ...(region === undefined ? [] : [`region ${region}`]),
  ];
  return (
    <>
      <strong>{leaseName(lease)}</strong>
      <span class="about">{about.join(" · ")}</span>
      <details>
        <summary>Code, hand-overs</summary>
        <p>
          Join code <code>{joinCode}</code> <CopyButton text={joinCode} what={`join code of ${leaseName(lease)}`} />{" "}
          <CopyButton
            text={`/join#code=${encodeURIComponent(joinCode)}`}
            what={`to the sandbox of ${leaseName(lease)}`}
            label="Copy link"
            isPath
          />
        </p>
        {handOvers.length === 0 && <p>The credentials were not handed out yet.</p>}
        <ul class="hand-overs">
          {handOvers.map(({ at, to }, index) => (
            <li key={index}>
              Credentials {to === "file" ? "written to a file" : `shown to the ${to}`}, <When at={at} clock={clock} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
