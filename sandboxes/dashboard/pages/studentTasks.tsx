/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { StudentView } from "../../desk.ts";
import { ownTask } from "./ownTask.ts";
import type { PageClock } from "./pageClock.ts";
import { StepDots } from "./stepDots.tsx";
import { When } from "./when.tsx";

/** What is to be done, with one's own names, and what is done. */
export function StudentTasks({ view, clock }: { readonly view: StudentView; readonly clock: PageClock }): VNode {
  const { checkpoints, lease, names } = view;
  const next = checkpoints.find(({ reachedAt }) => reachedAt === undefined);
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">Tasks</h2>
      <p>
        <StepDots checkpoints={checkpoints} /> done
      </p>
      <ol class="tasks">
        {checkpoints.map(({ id, task, reachedAt }) => (
          <li
            key={id}
            class={reachedAt === undefined ? "open" : "reached"}
            aria-current={next?.id === id ? "step" : undefined}
          >
            <span class="text">
              {ownTask(task, lease, names).map(({ text, isName }) => (isName ? <code key={text}>{text}</code> : text))}
            </span>{" "}
            {reachedAt === undefined ? (
              <span class="quiet">{next?.id === id ? "next" : "not yet"}</span>
            ) : (
              <span class="done">
                <span aria-hidden="true">✔</span> done <When at={reachedAt} clock={clock} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
