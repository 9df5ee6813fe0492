import { expect } from "chai";
import { Aws, type Connection } from "../../../provider/aws/aws.ts";

const here: Connection = {
  endpoint: "http://127.0.0.1:1",
  region: "us-east-1",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
};

const cases: readonly [string, Connection, number][] = [
  ["is final on this machine, where everything is known at once", here, 1],
  ["is asked for again on this machine where changes are known late", { ...here, propagation: 2_000 }, 3],
  ["is asked for again on AWS", { ...here, endpoint: "https://kms.us-east-1.amazonaws.com" }, 3],
  ["is final where it is said that everything is known at once", { ...here, propagation: 0 }, 1],
];

/** How often something is asked for that is known from the third time on. */
async function triesOn(connection: Connection): Promise<number> {
  const aws = new Aws(connection, new AbortController().signal);
  let tries = 0;
  const call = async () => {
    tries += 1;
    if (tries < 3) throw new Error("not known yet");
  };
  await aws.eventually("it to be known", call, () => true).catch(() => undefined);
  aws.close();
  return tries;
}

describe("what was just made and is not known yet", () => {
  for (const [what, connection, tries] of cases) {
    it(what, async () => {
      expect(await triesOn(connection)).to.equal(tries);
    });
  }
});
