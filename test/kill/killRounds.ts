import { setTimeout } from "node:timers/promises";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { CreateBucketCommand } from "@aws-sdk/client-s3";
import { SeededRandom } from "../../emulator/seededRandom.ts";
import { Keylab } from "../cli/keylab.ts";
import { bucket, loadClients, tables, work, type LoadClients, type Promised } from "./load.ts";

/** How many clients write at the same time. */
const workers = 4;

/** What came of it. */
export interface KillReport {
  readonly rounds: number;
  /** How many promises were kept over all restarts. */
  readonly kept: number;
  /** What was not, in words. */
  readonly broken: readonly string[];
}

/**
 * Runs `keylab aws start --data` in a folder, puts load on it, and kills it with SIGKILL at a moment that the seed decides; then
 * again, after looking whether all that was acknowledged is there, and nothing half-done.
 */
export async function killRounds(folder: string, seed: number, rounds: number): Promise<KillReport> {
  const random = new SeededRandom(seed);
  let promised: Promised[] = [];
  let kept = 0;
  const broken: string[] = [];
  for (let round = 0; round <= rounds; round++) {
    const server = new Keylab(["aws", "start", "--port", "0", "--data", "state"], { folder });
    const [, url = ""] = await server.says(/(http:\/\/127\.0\.0\.1:\d+)[^]*Ctrl-C/);
    const clients = loadClients(url);
    if (round === 0) await prepare(clients);
    for (const promise of promised) {
      await promise(clients).then(
        () => kept++,
        (error: unknown) => broken.push(error instanceof Error ? error.message : String(error)),
      );
    }
    const load = Array.from({ length: workers }, (_, worker) => work(clients, `${round}-${worker}`));
    await setTimeout(random.within({ from: 5, to: 250 }));
    server.process.kill("SIGKILL");
    // What earlier rounds were promised has been looked at.
    promised = (await Promise.all(load)).flatMap((done) => done.promised);
    await server.ended();
  }
  return { rounds, kept, broken };
}

async function prepare({ dynamoDb, s3 }: LoadClients): Promise<void> {
  for (const TableName of tables) {
    await dynamoDb.send(
      new CreateTableCommand({
        TableName,
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
  }
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
}
