import type { FastifyReply } from "fastify";
import { problemOf } from "../problem.ts";
import { EventStream } from "./eventStream.ts";
import type { SharedPoll } from "./sharedPoll.ts";

/** What a line is fed from, and how long it lasts. */
export interface StreamSource<View> {
  readonly poll: SharedPoll<View>;
  /** Whether who listens may still listen. */
  readonly isWanted: () => boolean;
  /** There is nothing to be seen any more, and never will be. The line ends. */
  readonly gone?: () => void;
  /** In milliseconds. */
  readonly beatEvery: number;
}

/** Answers with a line on which the browser hears of each new view, and of trouble in between. */
export function openStream<View>(reply: FastifyReply, source: StreamSource<View>): void {
  const { poll, isWanted, gone, beatEvery } = source;
  const stream = new EventStream(reply, isWanted, beatEvery);
  const stop = poll.listen({
    changed: (view) => {
      if (view !== undefined) return stream.send("view", view);
      gone?.();
      stream.end();
    },
    troubled: (error) => {
      const { message, nextStep } = problemOf(error);
      stream.send("trouble", { message, nextStep });
    },
  });
  stream.onEnd(stop);
}
