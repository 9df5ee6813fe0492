import { problemOf } from "../problem.ts";
import { traceOf } from "../traceOf.ts";

/** The same reading, with bugs told to the log: each once, for a poll would meet it every two seconds. */
export function loggedRead<View>(read: () => Promise<View>, log: (line: string) => void): () => Promise<View> {
  let told = "";
  return async () => {
    try {
      const view = await read();
      told = "";
      return view;
    } catch (error) {
      const trace = problemOf(error).status === 500 ? traceOf(error) : "";
      if (trace !== "" && trace !== told) log(trace);
      told = trace;
      throw error;
    }
  };
}
