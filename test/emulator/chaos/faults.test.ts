import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { IAMClient, ListUsersCommand } from "@aws-sdk/client-iam";
import { CreateKeyCommand, KMSClient, ListKeysCommand } from "@aws-sdk/client-kms";
import { ListBucketsCommand, S3Client } from "@aws-sdk/client-s3";
import { decode } from "cborg";
import { expect } from "chai";
import type { ChaosRates } from "../../../emulator/chaos/chaosSettings.ts";
import { clientsFor, refusalOf, rootOf, startTestEmulator, type Emulator } from "../../support/emulator.ts";
import { jsonCall, queryCall, signedHeaders, type RawRequest } from "../../support/signedRequest.ts";

const none: ChaosRates = { throttle: 0, error: 0, drop: 0, slow: 0, slowness: { from: 300, to: 300 } };

async function under<Result>(
  rates: Partial<ChaosRates>,
  look: (emulator: Emulator) => Promise<Result>,
): Promise<Result> {
  const emulator = await startTestEmulator({ chaos: { seed: 1, rates: { ...none, ...rates } } });
  try {
    return await look(emulator);
  } finally {
    await emulator.stop();
  }
}

type Fault = readonly [code: string, message: string, status: number];

interface Shape {
  readonly protocol: string;
  readonly request: RawRequest;
  readonly type: string;
  /** The answer's body; `ID` stands for the request id, `HOST` for S3's second one. `fault` is `Sender` or `Receiver`. */
  readonly body: (code: string, message: string, fault: string) => string;
  readonly throttled: Fault;
  /** The header with the code, where the protocol has one. */
  readonly header?: string;
}

const common: Fault = ["ThrottlingException", "Rate exceeded", 400];
const s3Tail = "<RequestId>ID</RequestId><HostId>HOST</HostId></Error>";

const shapes: readonly Shape[] = [
  {
    protocol: "AWS JSON 1.1",
    request: jsonCall("secretsmanager", "secretsmanager.ListSecrets", "{}"),
    type: "application/x-amz-json-1.1",
    body: (code, message) => `{"__type":"${code}","Message":"${message}"}`,
    throttled: common,
  },
  {
    protocol: "Query",
    request: queryCall("iam", "Action=ListUsers&Version=2010-05-08"),
    type: "text/xml",
    body: (code, message, fault) =>
      `<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>${fault}</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>ID</RequestId></ErrorResponse>`,
    throttled: ["Throttling", "Rate exceeded", 400],
  },
  {
    protocol: "EC2 Query",
    request: queryCall("ec2", "Action=DescribeVolumes&Version=2016-11-15"),
    type: "text/xml",
    body: (code, message) =>
      `<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors><RequestID>ID</RequestID></Response>`,
    throttled: ["RequestLimitExceeded", "Request limit exceeded.", 503],
  },
  {
    protocol: "REST JSON",
    request: { service: "lambda", method: "GET", path: "/2015-03-31/functions/" },
    type: "application/json",
    body: (_code, message) => `{"message":"${message}"}`,
    header: "x-amzn-errortype",
    throttled: ["TooManyRequestsException", "Rate exceeded", 429],
  },
  {
    protocol: "REST XML",
    request: { service: "s3", method: "GET", path: "/", headers: { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" } },
    type: "application/xml",
    body: (code, message) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message>${s3Tail}`,
    throttled: ["SlowDown", "Please reduce your request rate.", 503],
  },
  {
    protocol: "Smithy RPC v2 CBOR",
    request: {
      service: "monitoring",
      path: "/service/GraniteServiceVersion20100801/operation/ListMetrics",
      headers: { "smithy-protocol": "rpc-v2-cbor", "content-type": "application/cbor" },
      body: Buffer.from("a0", "hex"),
    },
    type: "application/cbor",
    body: (code, message) => `{"__type":"${code}","message":"${message}"}`,
    throttled: ["Throttling", "Rate exceeded", 400],
  },
];

const internalFailure: Fault = [
  "InternalFailure",
  "The request processing has failed because of an unknown error, exception or failure.",
  500,
];
const unavailable: Fault = [
  "ServiceUnavailable",
  "The request has failed due to a temporary failure of the server.",
  503,
];

/** Sends the request, and puts placeholders for what differs each time. */
async function answerOf({ url }: Emulator, { request, header, type }: Shape) {
  const { method = "POST", path = "/", body } = request;
  const headers = signedHeaders(new URL(url).host, request);
  const answer = await fetch(url + path, {
    method,
    headers,
    body: typeof body === "string" ? body : body && new Uint8Array(body),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const text = type === "application/cbor" ? JSON.stringify(decode(bytes)) : bytes.toString();
  const idOf = (...names: string[]) =>
    names.map((name) => answer.headers.get(name)).find((id) => id !== null) ?? "none";
  return {
    status: answer.status,
    type: answer.headers.get("content-type"),
    text: text.replace(idOf("x-amzn-requestid", "x-amz-request-id"), "ID").replace(idOf("x-amz-id-2"), "HOST"),
    code: header === undefined ? undefined : answer.headers.get(header),
  };
}

describe("a fault", () => {
  for (const shape of shapes) {
    const { protocol, type, body, throttled, header } = shape;
    const expected = ([code, message, status]: Fault) => ({
      status,
      type,
      text: body(code, message, status < 500 ? "Sender" : "Receiver"),
      code: header === undefined ? undefined : code,
    });

    it(`is an error of the service in ${protocol}: throttled`, () =>
      under({ throttle: 1 }, async (emulator) =>
        expect(await answerOf(emulator, shape)).to.deep.equal(expected(throttled)),
      ));

    it(`is an error of the service in ${protocol}: both kinds of 5xx`, () =>
      under({ error: 1 }, async (emulator) => {
        const seen = new Set<string>();
        for (let tries = 0; tries < 10; tries += 1) seen.add(JSON.stringify(await answerOf(emulator, shape)));
        const both = [internalFailure, unavailable].map((fault) => JSON.stringify(expected(fault)));
        expect([...seen]).to.have.members(both);
      }));
  }

  it("may drop the connection before the operation has run or after it, and nobody can tell which", () =>
    under({ drop: 1 }, async (emulator) => {
      const { kms } = clientsFor(emulator);
      for (let tries = 0; tries < 20; tries += 1) {
        const { status } = await refusalOf(kms.send(new CreateKeyCommand({})));
        expect(status).to.equal(undefined);
      }
      const { droppedBefore = 0, droppedAfter = 0 } = emulator.chaos?.counts ?? {};
      expect(droppedBefore + droppedAfter).to.equal(20);
      expect(droppedBefore).to.be.within(1, 19);
      expect(emulator.instance.region("000000000000", "us-east-1").kms.keys()).to.have.lengthOf(droppedAfter);
    }));

  it("may be an answer that comes later", () =>
    under({ slow: 1 }, async (emulator) => {
      const begin = performance.now();
      await clientsFor(emulator).kms.send(new ListKeysCommand({}));
      expect(performance.now() - begin).to.be.within(290, 2_000);
      expect(emulator.chaos?.counts).to.deep.include({ requests: 1, slowed: 1 });
    }));

  it("spares what is not of AWS: the control routes", () =>
    under({ drop: 1 }, async ({ url, controlToken }) => {
      const answer = await fetch(`${url}/_keylab/status`, { headers: { "x-keylab-token": controlToken } });
      expect(answer.status).to.equal(200);
    }));

  it("is survived by clients that try again, as AWS's do", () =>
    under({ throttle: 0.1, error: 0.1, drop: 0.1 }, async ({ url, chaos }) => {
      const patient = { endpoint: url, region: "us-east-1", credentials: rootOf(), maxAttempts: 10 };
      const [kms, iam, s3] = [new KMSClient(patient), new IAMClient(patient), new S3Client(patient)];
      const dynamoDb = new DynamoDBClient(patient);
      for (let round = 0; round < 5; round += 1) {
        expect((await kms.send(new ListKeysCommand({}))).Keys).to.deep.equal([]);
        expect((await iam.send(new ListUsersCommand({}))).Users).to.deep.equal([]);
        expect((await dynamoDb.send(new ListTablesCommand({}))).TableNames).to.deep.equal([]);
        expect((await s3.send(new ListBucketsCommand({}))).Buckets).to.deep.equal([]);
      }
      const { requests = 0, throttled = 0, failed = 0, droppedBefore = 0, droppedAfter = 0 } = chaos?.counts ?? {};
      const dropped = droppedBefore + droppedAfter;
      expect(Math.min(throttled, failed, dropped)).to.be.above(0);
      expect(requests).to.equal(20 + throttled + failed + dropped);
    }));
});
